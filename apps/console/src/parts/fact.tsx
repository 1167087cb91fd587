import { Text } from '@mantine/core';
import { type ReactNode } from 'react';

/** One thing that is known, under its name; stands in a `dl`. */
export function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div style={{ minWidth: 0 }}>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0} className="breaks">
        {children}
      </Text>
    </div>
  );
}
