import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAnswer } from '../../api/queries.js';
import { Copyable } from '../../parts/copyable.js';
import { Facts } from '../../parts/facts.js';
import { Sheet } from '../../parts/sheet.js';
import { State } from '../../parts/state.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { formsOf, type ListedAgency, tierWord } from './listed-agency.js';
import { words } from './words.js';

/** Codes in both forms, tier, who is above, who serves. */
export function AgencyFacts({ agency }: { agency: ListedAgency }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { qcvn, qd20 } = formsOf(agency.code);
  return (
    <Sheet title={say('facts')}>
      <Facts
        facts={[
          [say('codeQcvn'), qcvn === undefined ? say('noQcvn') : <Copyable text={qcvn} />],
          [say('codeQd20'), <Copyable text={qd20} />],
          [say('tier'), sayShared(tierWord(agency))],
          [say('parent'), <Above code={agency.parent} />],
          [say('servedBy'), <ServedBy system={agency.system} />],
        ]}
      />
    </Sheet>
  );
}

function Above({ code }: { code: string | undefined }): ReactNode {
  const say = useWords(words);
  const { data } = useAnswer<ListedAgency>(code === undefined ? undefined : `/agencies/${encodeURIComponent(code)}`);
  if (code === undefined) return say('topmost');
  return (
    <>
      <Link to={`/agencies/${encodeURIComponent(code)}`} lang="vi">
        {data?.name ?? code}
      </Link>{' '}
      <span className="mono">{code}</span>
    </>
  );
}

function ServedBy({ system }: { system: string | undefined }): ReactNode {
  const say = useWords(words);
  if (system !== undefined) return <Link to={`/systems/${encodeURIComponent(system)}`}>{system}</Link>;
  return (
    <>
      <State standing="poor">{say('noSystem')}</State>
      <Text size="xs" c="dimmed">
        {say('noSystemMeans')}
      </Text>
    </>
  );
}
