import { Button, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { ScrollTable } from '../../parts/scroll-table.js';
import { figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { type LaidOut } from './breakdown.js';
import { type CellValue, type Column, type Order, ordered, sumsOf, written } from './sheet.js';
import { PRINTED_ROWS, words } from './words.js';

const AT_FIRST = 31;
const MORE = 200;

/** The rows of a breakdown with their sums, ordered by whichever column; many of them come as they are asked for. */
export function ReportTable({ label, laidOut }: { label: string; laidOut: LaidOut }): ReactNode {
  const say = useWords(words);
  const { columns, rows } = laidOut;
  const [order, setOrder] = useState<Order>();
  const [most, setMost] = useState(AT_FIRST);
  const sorted = useMemo(() => ordered(rows, order), [rows, order]);
  const sums = useMemo(() => sumsOf(laidOut, say('total')), [laidOut]);
  return (
    <div>
      <ScrollTable label={label} minWidth={Math.max(320, columns.length * 96)}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column, at) => (
              <Heading
                key={at}
                column={column}
                order={order?.column === at ? order : undefined}
                onOrder={(isDescending) => setOrder({ column: at, isDescending })}
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.slice(0, most).map((row, at) => (
            <Row key={at} columns={columns} row={row} />
          ))}
        </Table.Tbody>
        {sums !== undefined && (
          <Table.Tfoot>
            <Row columns={columns} row={sums.map((sum) => sum ?? '')} isBold />
          </Table.Tfoot>
        )}
      </ScrollTable>
      <Rest most={most} all={rows.length} onMore={() => setMost(most + MORE)} />
    </div>
  );
}

/** What is not shown: on paper a sentence, on the screen a button. */
function Rest({ most, all, onMore }: { most: number; all: number; onMore: () => void }): ReactNode {
  const say = useWords(words);
  return (
    <>
      {all > PRINTED_ROWS && (
        <Text size="xs" className="only-print">
          {say('printedFirst', { rows: figure(PRINTED_ROWS) })}
        </Text>
      )}
      {most < all && (
        <Group mt="xs" gap="sm" className="no-print">
          <Text size="sm" c="dimmed">
            {say('shownOf', { shown: figure(most), all: figure(all) })}
          </Text>
          <Button size="compact-sm" variant="default" onClick={onMore}>
            {say('more')}
          </Button>
        </Group>
      )}
    </>
  );
}

interface HeadingProps {
  readonly column: Column;
  /** When the rows are ordered by this column. */
  readonly order: Order | undefined;
  readonly onOrder: (isDescending: boolean) => void;
}

function Heading({ column: { heading, kind }, order, onOrder }: HeadingProps): ReactNode {
  const say = useWords(words);
  const isNumber = kind === 'count' || kind === 'running' || kind === 'share';
  const Sign = order === undefined ? IconArrowsSort : order.isDescending ? IconArrowDown : IconArrowUp;
  const sorted = order === undefined ? 'none' : order.isDescending ? 'descending' : 'ascending';
  return (
    <Table.Th scope="col" ta={isNumber ? 'right' : 'left'} aria-sort={sorted}>
      <UnstyledButton
        fz="sm"
        fw={600}
        onClick={() => onOrder(order === undefined ? isNumber : !order.isDescending)}
        title={say('sortBy', { column: heading })}
      >
        {heading} <Sign size={12} aria-hidden className="no-print" style={{ opacity: order === undefined ? 0.5 : 1 }} />
      </UnstyledButton>
    </Table.Th>
  );
}

interface RowProps {
  readonly columns: readonly Column[];
  readonly row: readonly CellValue[];
  readonly isBold?: boolean;
}

function Row({ columns, row, isBold = false }: RowProps): ReactNode {
  return (
    <Table.Tr fw={isBold ? 600 : undefined}>
      {columns.map((column, at) => (
        <Table.Td key={at} className={CLASSES[column.kind]}>
          {row[at] === '' ? '' : written(row[at], column)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

const CLASSES: Readonly<Record<Column['kind'], string>> = {
  text: 'breaks',
  code: 'mono',
  day: 'breaks',
  count: 'number',
  running: 'number',
  share: 'number',
};
