import { Button, Code, Stack, Text } from '@mantine/core';
import { Component, type ReactNode, useEffect } from 'react';
import { client, SESSION_KEY } from '../api/queries.js';
import { onReturn, useAwaySince } from '../api/reach.js';
import { EmptyState } from '../parts/empty-state.js';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';

/** Keeps a page that throws from taking the others along. */
export class BrokenPage extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <Broken error={this.state.error} />;
  }
}

function Broken({ error }: { error: unknown }): ReactNode {
  const say = useWords(shared);
  // The files of a page are named by their content: those of an earlier build are gone.
  const away = useAwaySince();
  const isGone = /dynamically imported|module script|preload/i.test(String(error));
  useEffect(() => {
    // Nothing else may have asked: finds out whether the hub is away.
    if (isGone) void client.invalidateQueries({ queryKey: SESSION_KEY });
  }, [isGone]);
  // A file that once could not be loaded the browser does not ask for again.
  useEffect(() => (isGone && away !== undefined ? onReturn(() => location.reload()) : undefined), [isGone, away]);
  if (isGone && away !== undefined) return <EmptyState title={say('pageAway')} />;
  return (
    <EmptyState title={say(isGone ? 'pageNew' : 'pageBroken')}>
      <Stack align="center" gap="sm">
        {!isGone && <Text size="sm">{say('pageBrokenRemedy')}</Text>}
        {!isGone && <Code className="breaks">{String(error)}</Code>}
        <Button onClick={() => location.reload()}>{say('reload')}</Button>
      </Stack>
    </EmptyState>
  );
}
