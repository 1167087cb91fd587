import { Group, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../../api/queries.js';
import { useMay } from '../../app/use-role.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { AgencyFacts } from './agency-facts.js';
import { AgencyVolumes } from './agency-volumes.js';
import { ChildAgencies } from './child-agencies.js';
import { type ListedAgency } from './listed-agency.js';
import { periodIn } from './period.js';
import { words } from './words.js';

/** One agency: its codes, who serves it, what it sent and received, its documents, and who is below it. */
export function AgencyPage(): ReactNode {
  const say = useWords(words);
  const { code = '' } = useParams();
  const { data: agency, error, refetch } = useAnswer<ListedAgency>(`/agencies/${encodeURIComponent(code)}`);
  return (
    <Page title={agency?.name ?? code} aside={<Link to="/agencies">{say('back')}</Link>}>
      {error !== null && agency === undefined && <Failure error={error} again={() => void refetch()} />}
      {error === null && agency === undefined && <Skeleton h={480} />}
      {agency !== undefined && <Known agency={agency} />}
    </Page>
  );
}

function Known({ agency }: { agency: ListedAgency }): ReactNode {
  const [address] = useSearchParams();
  const period = periodIn(address);
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <AgencyFacts agency={agency} />
        <Stack gap="md">
          <AgencyVolumes code={agency.code} period={period} />
          <Ways agency={agency} />
        </Stack>
      </SimpleGrid>
      <ChildAgencies of={agency} period={period} />
    </Stack>
  );
}

/** Where to go from here. */
function Ways({ agency: { code, system } }: { agency: ListedAgency }): ReactNode {
  const say = useWords(words);
  const maySend = useMay('operator');
  const query = encodeURIComponent(code);
  return (
    <Sheet title={say('documents')}>
      <Group gap="md">
        <Link to={`/documents?sender=${query}`}>{say('sentDocuments')}</Link>
        <Link to={`/documents?recipient=${query}`}>{say('receivedDocuments')}</Link>
        <Link to={`/documents?recipient=${query}&state=waiting`}>{say('waitingDocuments')}</Link>
        {maySend && <Link to={`/samples?to=${query}`}>{say('sampleTo')}</Link>}
        {maySend && system !== undefined && <Link to={`/samples?from=${query}`}>{say('sampleFrom')}</Link>}
      </Group>
    </Sheet>
  );
}
