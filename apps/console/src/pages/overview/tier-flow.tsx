import { Table } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Overview } from '#wire';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { figure } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { flowMatrix } from './flow-matrix.js';
import { words } from './words.js';

/** Deliveries from tier to tier; the more, the darker the ground of the number. */
export function TierFlow({ flow }: { flow: Overview['flow'] }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { tiers, rows, totals, total, most } = flowMatrix(flow);
  return (
    <Sheet title={say('flow')}>
      <ScrollTable label={say('flow')} minWidth={620}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say('flowFrom')}</Table.Th>
            {[...tiers.map((tier) => sayShared(tier)), say('total')].map((label) => (
              <Table.Th key={label} scope="col" ta="right">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ from, cells, total: ofRow }) => (
            <Table.Tr key={from}>
              <Table.Th scope="row" fw={500}>
                {sayShared(from)}
              </Table.Th>
              {cells.map((made, index) => (
                <Cell key={tiers[index]} made={made} most={most} />
              ))}
              <Table.Td className="number" fw={600}>
                {figure(ofRow)}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">{say('total')}</Table.Th>
            {[...totals, total].map((made, index) => (
              <Table.Td key={index} className="number" fw={600}>
                {figure(made)}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </ScrollTable>
    </Sheet>
  );
}

const DARKEST_PERCENT = 28;

function Cell({ made, most }: { made: number; most: number }): ReactNode {
  const percent = most === 0 ? 0 : Math.round((made / most) * DARKEST_PERCENT);
  const ground = `color-mix(in srgb, var(--chart-first) ${percent}%, transparent)`;
  return (
    <Table.Td className="number" style={{ background: ground }}>
      {figure(made)}
    </Table.Td>
  );
}
