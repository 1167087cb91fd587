import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { createContext, type ReactNode, use } from 'react';
import { type HubAwayError } from '../api/failures.js';
import { useAwaySince } from '../api/reach.js';
import { clock } from '../words/figures.js';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';

/** Whether a banner around the page says that the hub is away, and since when; then nothing else says it again. */
export const BannerSaysAway = createContext(false);

/** What the lost connection means here. That there is none, and since when, is said in one place: the banner, or here where there is no banner. */
export function Away({ error, again }: { error: HubAwayError; again: (() => void) | undefined }): ReactNode {
  const say = useWords(shared);
  const away = useAwaySince();
  const hasBanner = use(BannerSaysAway);
  if (hasBanner && error.mayBeDone) return <Warning>{say('doneOrNot')}</Warning>;
  if (hasBanner) return <PartAway again={away === undefined ? again : undefined} />;
  return away === undefined ? null : <Warning>{say('hubAway', { since: clock(away) })}</Warning>;
}

function PartAway({ again }: { again: (() => void) | undefined }): ReactNode {
  const say = useWords(shared);
  return (
    <Group gap="xs" mih={36} c="dimmed">
      <IconPlugConnectedX size={16} aria-hidden />
      <Text size="sm">{say('partAway')}</Text>
      {again !== undefined && (
        <Button size="compact-sm" variant="default" onClick={again}>
          {say('retry')}
        </Button>
      )}
    </Group>
  );
}

function Warning({ children }: { children: ReactNode }): ReactNode {
  return (
    <Alert role="alert" variant="outline" color="red" icon={<IconAlertTriangle aria-hidden />} bg="var(--bad-ground)">
      <Text fw={600} size="sm">
        {children}
      </Text>
    </Alert>
  );
}
