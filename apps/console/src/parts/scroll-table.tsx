import { Table } from '@mantine/core';
import { type ReactNode } from 'react';

interface ScrollTableProps {
  /** Says what the table holds, to those who do not see it. */
  readonly label: string;
  /** Below this it scrolls within itself instead of pushing the page, in pixels. */
  readonly minWidth?: number;
  readonly children: ReactNode;
}

/** A dense table that scrolls within itself, also by keyboard. */
export function ScrollTable({ label, minWidth = 560, children }: ScrollTableProps): ReactNode {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="scrolls">
      <Table miw={minWidth} verticalSpacing={4} horizontalSpacing="xs" fz="sm" highlightOnHover aria-label={label}>
        {children}
      </Table>
    </div>
  );
}
