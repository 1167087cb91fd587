import { Checkbox, Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { type DeadLetter } from '#wire';
import { ScrollTable } from '../../parts/scroll-table.js';
import { State } from '../../parts/state.js';
import { moment, size } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

interface LetterTableProps {
  readonly letters: readonly DeadLetter[];
  /** Which are chosen; undefined when nobody may choose. */
  readonly chosen: { readonly ids: ReadonlySet<string>; readonly set: (ids: ReadonlySet<string>) => void } | undefined;
}

/** Dead letters with why and where they died. */
export function LetterTable({ letters, chosen }: LetterTableProps): ReactNode {
  const say = useWords(words);
  const open = letters.filter(({ retriedAt }) => retriedAt === undefined).map(({ id }) => id);
  const isAll = open.length > 0 && open.every((id) => chosen?.ids.has(id) === true);
  return (
    <ScrollTable label={say('title')} minWidth={820}>
      <Table.Thead>
        <Table.Tr>
          {chosen !== undefined && (
            <Table.Th w={36}>
              <Checkbox
                size="xs"
                aria-label={say('chooseAll')}
                checked={isAll}
                disabled={open.length === 0}
                onChange={() => chosen.set(new Set(isAll ? [] : open))}
              />
            </Table.Th>
          )}
          {(['at', 'reason', 'queue', 'system', 'size', 'state'] as const).map((word) => (
            <Table.Th key={word} scope="col">
              {say(word)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {letters.map((letter) => (
          <LetterRow key={letter.id} letter={letter} chosen={chosen} />
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}

function LetterRow({ letter, chosen }: { letter: DeadLetter; chosen: LetterTableProps['chosen'] }): ReactNode {
  const say = useWords(words);
  const { id, queue, reason, system, bytes, at, retriedAt } = letter;
  const isChosen = chosen?.ids.has(id) === true;
  const turn = (): void => {
    const others = [...(chosen?.ids ?? [])].filter((other) => other !== id);
    chosen?.set(new Set(isChosen ? others : [...others, id]));
  };
  return (
    <Table.Tr>
      {chosen !== undefined && (
        <Table.Td>
          {retriedAt === undefined && (
            <Checkbox size="xs" aria-label={say('choose', { id })} checked={isChosen} onChange={turn} />
          )}
        </Table.Td>
      )}
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{moment(at)}</Table.Td>
      <Table.Td>
        <Text
          component={Link}
          to={`/dead-letters/${encodeURIComponent(id)}`}
          size="sm"
          className="breaks"
          lineClamp={2}
        >
          {reason}
        </Text>
      </Table.Td>
      <Table.Td className="mono breaks" miw={150}>
        {queue}
      </Table.Td>
      <Table.Td className="mono breaks" miw={120}>
        {system ?? '–'}
      </Table.Td>
      <Table.Td className="number">{bytes === undefined ? '–' : size(bytes)}</Table.Td>
      <Table.Td>
        <LetterState retriedAt={retriedAt} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Whether a dead letter was handled again, and when. */
export function LetterState({ retriedAt }: { retriedAt: string | undefined }): ReactNode {
  const say = useWords(words);
  if (retriedAt === undefined) return <State standing="poor">{say('open')}</State>;
  return <State standing="good">{say('retried', { at: moment(retriedAt) })}</State>;
}
