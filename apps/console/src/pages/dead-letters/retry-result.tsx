import { Stack, Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { ProblemError } from '../../api/failures.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { figure } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { done, type Retried } from './retrying.js';
import { words } from './words.js';

const MOST_SHOWN = 100;

/** How a bulk retry went, with what failed again. */
export function RetryResult({ result }: { result: Retried }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { count, retried, failed, isAway } = result;
  const left = figure(count - done(result));
  return (
    <Stack gap="xs">
      <Text role="status" fw={600}>
        {say('taskDone', { retried: figure(retried), failed: figure(failed.length), left })}
      </Text>
      {isAway && <Text role="alert">{say('taskAway', { left })}</Text>}
      {failed.length > 0 && (
        <div style={{ maxHeight: 260, overflowY: 'auto' }}>
          <ScrollTable label={say('taskFailures')} minWidth={320}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{say('taskFailures')}</Table.Th>
                <Table.Th scope="col">{sayShared('code')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {failed.slice(0, MOST_SHOWN).map(({ id, error }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Link className="mono breaks" to={`/dead-letters/${encodeURIComponent(id)}`}>
                      {id}
                    </Link>
                  </Table.Td>
                  <Table.Td className="breaks">
                    {error instanceof ProblemError ? (error.problem.code ?? error.message) : String(error)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </ScrollTable>
        </div>
      )}
    </Stack>
  );
}
