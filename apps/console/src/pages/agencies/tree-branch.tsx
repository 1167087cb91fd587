import { Skeleton, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { useWords } from '../../words/wording.js';
import { AgencyRow, RowOfWords } from './agency-rows.js';
import { type AgencyPageBody, type ListedAgency } from './listed-agency.js';
import { Turner } from './turner.js';
import { type Volumes } from './volumes.js';
import { words } from './words.js';

const MOST_BELOW = 1000;

interface TreeBranchProps {
  readonly agency: ListedAgency;
  readonly depth: number;
  /** Those of the top and those of all below come from different counts; each is undefined until known. */
  readonly volumes: { readonly top: Volumes | undefined; readonly below: Volumes | undefined };
}

/** An agency, and when it is open those directly below it. What is open stands in the address. */
export function TreeBranch({ agency, depth, volumes }: TreeBranchProps): ReactNode {
  const [address, setAddress] = useSearchParams();
  const open = (address.get('open') ?? '').split(',').filter((code) => code !== '');
  const isOpen = open.includes(agency.code);
  const turn = (): void => {
    const next = new URLSearchParams(address);
    const left = isOpen ? open.filter((code) => code !== agency.code) : [...open, agency.code];
    if (left.length === 0) next.delete('open');
    else next.set('open', left.join(','));
    setAddress(next, { replace: true });
  };
  const sign = <Turner agency={agency} isOpen={isOpen} onTurn={turn} />;
  return (
    <>
      <AgencyRow agency={agency} depth={depth} volumes={depth === 0 ? volumes.top : volumes.below} sign={sign} />
      {isOpen && <Below of={agency} depth={depth + 1} volumes={volumes} />}
    </>
  );
}

interface BelowProps extends Omit<TreeBranchProps, 'agency'> {
  readonly of: ListedAgency;
}

function Below({ of, depth, volumes }: BelowProps): ReactNode {
  const say = useWords(words);
  const query = { parent: of.code, limit: MOST_BELOW };
  const { data, error, refetch } = useAnswer<AgencyPageBody>('/agencies', { query });
  if (error !== null && data === undefined) {
    return (
      <RowOfWords depth={depth}>
        <Failure error={error} again={() => void refetch()} />
      </RowOfWords>
    );
  }
  if (data === undefined) return <RowOfWords depth={depth}>{<Skeleton h={60} />}</RowOfWords>;
  return (
    <>
      {data.items.map((agency) => (
        <TreeBranch key={agency.code} agency={agency} depth={depth} volumes={volumes} />
      ))}
      {(data.items.length === 0 || data.next !== undefined) && (
        <RowOfWords depth={depth}>
          <Text size="sm" c="dimmed">
            {say(data.items.length === 0 ? 'nothingBelow' : 'more')}
          </Text>
        </RowOfWords>
      )}
    </>
  );
}
