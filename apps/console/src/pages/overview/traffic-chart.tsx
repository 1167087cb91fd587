import '@mantine/charts/styles.layer.css';
import { LineChart } from '@mantine/charts';
import { type ReactNode } from 'react';
import { type Overview } from '#wire';
import { clock, figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

interface TrafficChartProps {
  readonly label: string;
  readonly points: Overview['series']['hour'];
  /** In pixels. */
  readonly height: number;
}

/** Two lines that differ by dashes as well as by colour. */
export default function TrafficChart({ label, points, height }: TrafficChartProps): ReactNode {
  const say = useWords(words);
  return (
    <div role="img" aria-label={label}>
      <LineChart
        h={height}
        data={points.map(({ at, accepted, arrived }) => ({ at: clock(at), accepted, arrived }))}
        dataKey="at"
        series={[
          { name: 'arrived', label: say('arrived'), color: 'var(--chart-second)', strokeDasharray: '5 3' },
          { name: 'accepted', label: say('accepted'), color: 'var(--chart-first)' },
        ]}
        withLegend
        legendProps={{ verticalAlign: 'top', height: 30 }}
        withDots={false}
        curveType="linear"
        strokeWidth={2}
        valueFormatter={(value) => figure(value)}
        xAxisProps={{ minTickGap: 40 }}
        yAxisProps={{ width: 56, allowDecimals: false }}
        lineProps={{ isAnimationActive: false }}
      />
    </div>
  );
}
