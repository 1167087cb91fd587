import '@mantine/charts/styles.layer.css';
import { BarChart, LineChart } from '@mantine/charts';
import { type ReactNode } from 'react';
import { dayOf } from '../../words/figures.js';
import { type Breakdown } from './breakdown.js';
import { CHART_HEIGHT, nameOfRow } from './drawn.js';
import { type CellValue, type Column, written } from './sheet.js';

const COLOURS = ['var(--chart-first)', 'var(--chart-second)', 'var(--mantine-color-dimmed)'];
const DASHES = ['0', '5 3', '2 2'];

interface BreakdownChartProps {
  readonly label: string;
  readonly plan: Breakdown['chart'];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The figures of a breakdown as lines that differ by dashes as well as by colour, or as bars in the order of the legend. */
export default function BreakdownChart({ label, plan, columns, rows }: BreakdownChartProps): ReactNode {
  const drawn = plan.drawn.map((at) => ({ at, column: columns[at] ?? { heading: '', kind: 'count' as const } }));
  const names = rows.map((row) => nameOfRow(row, plan.named));
  const points = rows.map((row, index) => ({
    // Two of the same name are two.
    name: names.indexOf(names[index] ?? '') === index ? shown(names[index] ?? '') : `${names[index]} (${index + 1})`,
    ...Object.fromEntries(drawn.map(({ at }) => [`c${at}`, row[at] ?? 0])),
  }));
  const first = drawn[0]?.column ?? { heading: '', kind: 'count' as const };
  // Half a document would be written like a whole one.
  const allowDecimals = first.kind === 'share';
  const common = {
    data: points,
    dataKey: 'name',
    series: drawn.map(({ at, column }, index) => ({
      name: `c${at}`,
      label: column.heading,
      color: COLOURS[index % COLOURS.length] ?? 'gray',
      strokeDasharray: DASHES[index % DASHES.length] ?? '0',
    })),
    withLegend: true,
    legendProps: { verticalAlign: 'top' as const, height: 30 },
    valueFormatter: (value: number) => written(value, first),
  };
  return (
    <div role="img" aria-label={label}>
      {plan.shape === 'lines' ? (
        <LineChart
          {...common}
          h={CHART_HEIGHT}
          withDots={points.length < 40}
          curveType="linear"
          strokeWidth={2}
          xAxisProps={{ minTickGap: 30 }}
          yAxisProps={{ width: 70, allowDecimals }}
          lineProps={{ isAnimationActive: false }}
        />
      ) : (
        <BarChart
          {...common}
          h={Math.max(CHART_HEIGHT, 60 + points.length * 32)}
          orientation="vertical"
          xAxisProps={{ allowDecimals }}
          yAxisProps={{ width: 170, interval: 0 }}
          barProps={{ isAnimationActive: false }}
        />
      )}
    </div>
  );
}

/** Days as they are written; weeks, months and names as they are. */
function shown(name: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(name) ? dayOf(name) : name;
}
