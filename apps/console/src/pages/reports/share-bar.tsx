import { type ReactNode } from 'react';

const WIDTH = 120;
const HEIGHT = 10;

/** A share and the goal it is held against as a bar with a mark: beside the number, which says the same. Both from 0 to 1. */
export function ShareBar({ share, goal }: { share: number; goal: number }): ReactNode {
  const mark = Math.min(goal * WIDTH, WIDTH - 1);
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden style={{ flex: 'none' }}>
      <rect width={WIDTH} height={HEIGHT} fill="var(--quiet-ground)" />
      <rect y={2} width={Math.min(share, 1) * WIDTH} height={HEIGHT - 4} fill="var(--chart-first)" />
      <line x1={mark} x2={mark} y1={0} y2={HEIGHT} stroke="var(--mantine-color-text)" strokeWidth={2} />
    </svg>
  );
}
