import { Group, Paper, type PaperProps, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface SheetProps extends PaperProps {
  readonly title?: ReactNode;
  /** Stands at the right of the title: a switch, an as-of. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page on a ground of its own, named by its title. */
export function Sheet({ title, aside, children, ...rest }: SheetProps): ReactNode {
  const id = useId();
  return (
    <Paper
      component="section"
      aria-labelledby={title === undefined ? undefined : id}
      bg="var(--sheet)"
      p="md"
      miw={0}
      {...rest}
      style={{ border: '1px solid var(--rule)' }}
    >
      {title !== undefined && (
        <Group justify="space-between" mb="sm" gap="xs">
          <Title order={2} id={id}>
            {title}
          </Title>
          {aside}
        </Group>
      )}
      {children}
    </Paper>
  );
}
