import { Button, Group, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';

/** Pages follow one another by cursor: back is the browser's own way back. */
export function Paging({ next }: { next: string | undefined }): ReactNode {
  const say = useWords(shared);
  const [address, setAddress] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { gone?: number } | null };
  const gone = state?.gone ?? 0;
  const go = (cursor: string | undefined): void => {
    const to = new URLSearchParams(address);
    if (cursor === undefined) to.delete('cursor');
    else to.set('cursor', cursor);
    setAddress(to, { state: { gone: cursor === undefined ? 0 : gone + 1 } });
  };
  const isFirst = !address.has('cursor');
  if (isFirst && next === undefined) return null;
  return (
    <Group component="nav" justify="flex-end" mt="sm" gap="xs">
      <Text size="sm" c="dimmed" className="said" role="status">
        {gone + 1}
      </Text>
      <Button size="compact-sm" variant="default" disabled={isFirst} onClick={() => go(undefined)}>
        {say('toTop')}
      </Button>
      <Button size="compact-sm" variant="default" disabled={gone === 0} onClick={() => void navigate(-1)}>
        {say('previous')}
      </Button>
      <Button size="compact-sm" variant="default" disabled={next === undefined} onClick={() => go(next)}>
        {say('next')}
      </Button>
    </Group>
  );
}
