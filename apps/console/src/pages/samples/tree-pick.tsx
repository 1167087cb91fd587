import { Checkbox, Radio, Skeleton, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { useWords } from '../../words/wording.js';
import { RowOfWords } from '../agencies/agency-rows.js';
import { type AgencyPageBody, type ListedAgency } from '../agencies/listed-agency.js';
import { Turner } from '../agencies/turner.js';
import { words } from '../agencies/words.js';

/** What is chosen in the tree, one agency or several. */
export interface Choosing {
  /** Codes. */
  readonly chosen: readonly string[];
  readonly isMany: boolean;
  /** Called with the code of an agency that is taken, or no longer. */
  readonly onTurn: (code: string) => void;
}

interface TreePickProps {
  readonly agency: ListedAgency;
  readonly depth: number;
  readonly choosing: Choosing;
}

const STEP = 20;
const MOST_BELOW = 1000;

/** An agency that can be chosen, and when it is open those directly below it. */
export function TreePick({ agency, depth, choosing }: TreePickProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { code, name } = agency;
  const { chosen, isMany, onTurn } = choosing;
  const Sign = isMany ? Checkbox : Radio;
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <div style={{ display: 'flex', gap: 4, alignItems: 'center', paddingInlineStart: depth * STEP }}>
            <Turner agency={agency} isOpen={isOpen} onTurn={() => setOpen(!isOpen)} />
            <Sign
              size="xs"
              checked={chosen.includes(code)}
              onChange={() => onTurn(code)}
              label={
                <>
                  <span lang="vi" className="breaks">
                    {name}
                  </span>{' '}
                  <Text component="span" c="dimmed" size="xs" className="mono">
                    {code}
                  </Text>
                </>
              }
            />
          </div>
        </Table.Td>
      </Table.Tr>
      {isOpen && <Below of={agency} depth={depth + 1} choosing={choosing} />}
    </>
  );
}

function Below({ of, depth, choosing }: Omit<TreePickProps, 'agency'> & { readonly of: ListedAgency }): ReactNode {
  const say = useWords(words);
  const query = { parent: of.code, limit: MOST_BELOW };
  const { data, error, refetch } = useAnswer<AgencyPageBody>('/agencies', { query });
  if (data === undefined) {
    const waiting =
      error === null ? <Skeleton h={60} aria-busy /> : <Failure error={error} again={() => void refetch()} />;
    return <RowOfWords depth={depth}>{waiting}</RowOfWords>;
  }
  const isEmpty = data.items.length === 0;
  return (
    <>
      {data.items.map((agency) => (
        <TreePick key={agency.code} agency={agency} depth={depth} choosing={choosing} />
      ))}
      {(isEmpty || data.next !== undefined) && (
        <RowOfWords depth={depth}>
          <Text size="sm" c="dimmed">
            {say(isEmpty ? 'nothingBelow' : 'more')}
          </Text>
        </RowOfWords>
      )}
    </>
  );
}
