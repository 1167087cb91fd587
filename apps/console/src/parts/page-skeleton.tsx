import { Skeleton, Stack } from '@mantine/core';
import { type ReactNode } from 'react';

/** Holds the place of a page that is being loaded. */
export function PageSkeleton(): ReactNode {
  return (
    <Stack gap="md" maw={1600} mx="auto" aria-busy>
      <Skeleton h={32} w={220} />
      <Skeleton h={140} />
      <Skeleton h={320} />
    </Stack>
  );
}
