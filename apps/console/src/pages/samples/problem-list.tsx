import { Table, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { type Finding } from '#wire';
import { ProblemError } from '../../api/failures.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { type Place, placeIn } from './place-in-file.js';
import { type SampleWord, words } from './words.js';

interface ProblemListProps {
  readonly error: unknown;
  /** Where the problems are. */
  readonly file?: File | undefined;
}

/** Every problem that the hub found in an edXML file: class, path, place, value, sentence, and what stands there. */
export function ProblemList({ error, file }: ProblemListProps): ReactNode {
  const say = useWords(words);
  const problems = error instanceof ProblemError ? (error.problem.problems ?? []) : [];
  const text = useText(problems.length === 0 ? undefined : file);
  if (problems.length === 0) return null;
  const title = say('problems', { number: problems.length });
  const columns = (['class', 'path', 'place', 'value', 'fault'] as const).map((word) => say(word));
  return (
    <Sheet title={title}>
      <ScrollTable label={title} minWidth={620}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.map((problem, index) => (
            <ProblemRows key={index} problem={problem} place={placeIn(text ?? '', problem.at)} />
          ))}
        </Table.Tbody>
      </ScrollTable>
    </Sheet>
  );
}

const CLASSES: Readonly<Record<string, SampleWord>> = { N: 'classN', R: 'classR', M: 'classM', T: 'classT' };

function ProblemRows({ problem, place }: { problem: Finding; place: Place | undefined }): ReactNode {
  const say = useWords(words);
  const word = CLASSES[problem.class];
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <b>{problem.class}</b> {word !== undefined && say(word)}
        </Table.Td>
        <Table.Td className="mono breaks">{problem.path}</Table.Td>
        <Table.Td className="mono">{problem.at ?? '–'}</Table.Td>
        <Table.Td className="breaks">{problem.value ?? '–'}</Table.Td>
        <Table.Td className="breaks" lang="vi">
          {problem.message}
        </Table.Td>
      </Table.Tr>
      {place !== undefined && (
        <Table.Tr bg="var(--quiet-ground)">
          <Table.Td colSpan={5}>
            <Line place={place} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Line({ place: { line, before, mark, after } }: { place: Place }): ReactNode {
  return (
    <Text size="xs" className="mono breaks" style={{ whiteSpace: 'pre-wrap' }}>
      {line}: {before}
      <mark style={{ background: 'var(--bad-ground)', color: 'var(--bad)', fontWeight: 700 }}>{mark}</mark>
      {after}
    </Text>
  );
}

/** The text of a file, once it is read; a file that has gone shows no lines. */
function useText(file: File | undefined): string | undefined {
  const [read, setRead] = useState<{ of: File; text: string }>();
  useEffect(() => {
    if (file === undefined) return;
    void file.text().then(
      (text) => setRead({ of: file, text }),
      () => undefined,
    );
  }, [file]);
  return read?.of === file ? read?.text : undefined;
}
