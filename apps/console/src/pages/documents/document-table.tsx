import { Group, Skeleton, Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { type DocumentSummary } from '#wire';
import { Copyable } from '../../parts/copyable.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { DeliveryState } from '../../parts/state.js';
import { moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { Priority } from './priority.js';
import { words } from './words.js';

interface DocumentTableProps {
  /** Undefined while the hub is asked. */
  readonly documents: readonly DocumentSummary[] | undefined;
  /** How many places to hold meanwhile. */
  readonly rows: number;
}

/** A row a document: what it is about and its identity first, since those are what it is known by. */
export function DocumentTable({ documents, rows }: DocumentTableProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  // Of these widths whatever comes, so that the headings stay where they are.
  const columns = [
    [say('document'), '43%'],
    [sayShared('sender'), '18%'],
    [say('kind'), '11%'],
    [say('deliveries'), '12%'],
    [say('acceptedAt'), '16%'],
  ] as const;
  return (
    <ScrollTable label={say('title')} minWidth={920}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(([column, width]) => (
            <Table.Th key={column} scope="col" w={width}>
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {documents?.map((document) => <Row key={document.documentId} document={document} />) ??
          Array.from({ length: rows }, (_, index) => (
            <Table.Tr key={index}>
              <Table.Td colSpan={columns.length}>
                <Skeleton h={39} />
              </Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </ScrollTable>
  );
}

function Row({ document }: { document: DocumentSummary }): ReactNode {
  const { documentId, identity, subject, sender, senderName, typeName, priority = 0, acceptedAt } = document;
  return (
    <Table.Tr>
      <Table.Td miw={300} maw={520}>
        <Link to={`/documents/${documentId}`}>
          <Text component="span" size="sm" lineClamp={2} className="breaks" title={subject}>
            {subject}
          </Text>
        </Link>
        <Copyable text={identity} />
      </Table.Td>
      <Table.Td miw={190}>
        <div className="breaks">{senderName}</div>
        <span className="mono">{sender}</span>
      </Table.Td>
      <Table.Td>
        {typeName}
        {priority > 0 && (
          <div>
            <Priority priority={priority} />
          </div>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {Object.entries(document.deliveryStates ?? {}).map(([state, count]) =>
            count > 0 ? <DeliveryState key={state} state={state} count={count} /> : null,
          )}
        </Group>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{moment(acceptedAt)}</Table.Td>
    </Table.Tr>
  );
}
