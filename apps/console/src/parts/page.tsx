import { Group, Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';

interface PageProps {
  readonly title: string;
  /** Stands at the right of the title: actions, an as-of. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its one heading, which is also the title of the window. */
export function Page({ title, aside, children }: PageProps): ReactNode {
  const say = useWords(shared);
  useEffect(() => {
    document.title = `${title} – ${say('axis')}`;
  });
  return (
    <Stack gap="md" maw={1600} mx="auto">
      <Group justify="space-between" align="center" gap="xs" mih={32}>
        <Title order={1} className="breaks">
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </Stack>
  );
}
