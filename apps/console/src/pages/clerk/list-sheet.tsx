import { Skeleton, Table } from '@mantine/core';
import { type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { Paging } from '../../parts/paging.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';

const PAGE_SIZE = 25;
const EVERY_MS = 2000;

interface ListSheetProps<T> {
  /** Where the list is asked for. */
  readonly path: string;
  /** Says what the table holds, to those who do not see it. */
  readonly label: string;
  readonly columns: readonly string[];
  readonly row: (item: T) => ReactNode;
  /** Shown instead of a table without rows. */
  readonly empty: ReactNode;
}

interface ListPage<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** A list of documents, newest first, page by page; the page that is shown is asked for again every two seconds. */
export function ListSheet<T>({ path, label, columns, row, empty }: ListSheetProps<T>): ReactNode {
  const [address] = useSearchParams();
  const query = { limit: PAGE_SIZE, cursor: address.get('cursor') ?? '' };
  const { data, error, refetch } = useAnswer<ListPage<T>>(path, { query, everyMs: EVERY_MS, keeps: true });
  return (
    <>
      {error !== null && data === undefined && <Failure error={error} again={() => void refetch()} />}
      <Sheet>
        {data?.items.length === 0 ? (
          empty
        ) : (
          <ScrollTable label={label} minWidth={860}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column} scope="col" className="one-line">
                    {column}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>{data?.items.map(row) ?? <Places columns={columns.length} />}</Table.Tbody>
          </ScrollTable>
        )}
        <Paging next={data?.next} />
      </Sheet>
    </>
  );
}

function Places({ columns }: { columns: number }): ReactNode {
  return Array.from({ length: PAGE_SIZE }, (_, index) => (
    <Table.Tr key={index}>
      <Table.Td colSpan={columns}>
        <Skeleton h={39} />
      </Table.Td>
    </Table.Tr>
  ));
}
