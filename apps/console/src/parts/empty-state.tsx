import { Stack, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { type ReactNode } from 'react';

/** Where there is nothing to show: what that means, and below it what to do first. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <IconInbox size={32} stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />
      <Text fw={600}>{title}</Text>
      {children !== undefined && (
        <Text component="div" c="dimmed" size="sm" maw={560}>
          {children}
        </Text>
      )}
    </Stack>
  );
}
