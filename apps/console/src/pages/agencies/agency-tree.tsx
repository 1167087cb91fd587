import { Skeleton, Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { AgencyColumns, RowOfWords } from './agency-rows.js';
import { type AgencyPageBody, KINDS, kindOf, type ListedAgency, TOP } from './listed-agency.js';
import { type PeriodName } from './period.js';
import { TreeBranch } from './tree-branch.js';
import { moveInTree } from './tree-keys.js';
import { useAgencyVolumes, useBranchVolumes } from './use-volumes.js';
import { words } from './words.js';

/** The four tiers from above; what is below an agency is asked for when it is opened. */
export function AgencyTree({ period }: { period: PeriodName }): ReactNode {
  const say = useWords(words);
  const [address] = useSearchParams();
  const { data, error, refetch } = useAnswer<AgencyPageBody>(TOP);
  const roots = data?.items;
  const ofBranches = useBranchVolumes(period);
  const ofAll = useAgencyVolumes(period, (address.get('open') ?? '') !== '');
  const failure = error ?? ofBranches.error ?? ofAll.error;
  return (
    <Sheet title={say('tree')}>
      {failure !== null && <Failure error={failure} again={() => void refetch()} />}
      <Text size="sm" c="dimmed" mb="xs">
        {say('countedBelow')}
      </Text>
      {roots === undefined ? (
        error === null && <Skeleton h={900} />
      ) : (
        <ScrollTable label={say('tree')} minWidth={680}>
          <AgencyColumns />
          {KINDS.map((kind) => (
            <Kind
              key={kind}
              kind={kind}
              roots={roots.filter((root) => kindOf(root) === kind)}
              volumes={{ top: ofBranches.volumes, below: ofAll.volumes }}
            />
          ))}
        </ScrollTable>
      )}
    </Sheet>
  );
}

interface KindProps {
  readonly kind: (typeof KINDS)[number];
  readonly roots: readonly ListedAgency[];
  readonly volumes: Parameters<typeof TreeBranch>[0]['volumes'];
}

function Kind({ kind, roots, volumes }: KindProps): ReactNode {
  const say = useWords(shared);
  if (roots.length === 0) return null;
  return (
    <Table.Tbody onKeyDown={moveInTree}>
      <RowOfWords>
        <Text size="sm" fw={600}>
          {say(kind)} ({roots.length})
        </Text>
      </RowOfWords>
      {roots.map((root) => (
        <TreeBranch key={root.code} agency={root} depth={0} volumes={volumes} />
      ))}
    </Table.Tbody>
  );
}
