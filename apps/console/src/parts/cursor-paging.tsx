import { Button, Group } from '@mantine/core';
import { type ReactNode } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { shared } from '../words/shared.js';
import { useWords } from '../words/wording.js';

interface CursorPagingProps {
  /** Of the following page, as the hub gave it. */
  readonly next: string | undefined;
  /** What the address calls the cursor, where a page has two lists. */
  readonly name?: string;
}

/** Pages follow one another by cursor, which stands in the address: back is the browser's own way back. */
export function CursorPaging({ next, name = 'cursor' }: CursorPagingProps): ReactNode {
  const say = useWords(shared);
  const [address, setAddress] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { gone?: number } | null };
  const gone = state?.gone ?? 0;
  const isFirst = !address.has(name);
  if (isFirst && next === undefined) return null;
  const go = (cursor: string | undefined): void => {
    const to = new URLSearchParams(address);
    if (cursor === undefined) to.delete(name);
    else to.set(name, cursor);
    setAddress(to, { state: { gone: cursor === undefined ? 0 : gone + 1 } });
  };
  return (
    <Group component="nav" justify="flex-end" mt="sm" gap="xs">
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
