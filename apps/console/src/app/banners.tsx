import { Alert, Stack, Text } from '@mantine/core';
import { IconPlayerPlay, IconPlugConnectedX } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useAwaySince } from '../api/reach.js';
import { clock } from '../words/figures.js';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';

/** What holds for everything below: the hub is away, or all of it is simulation. */
export function Banners({ isSimulation }: { isSimulation: boolean }): ReactNode {
  const say = useWords(shared);
  const away = useAwaySince();
  if (!isSimulation && away === undefined) return null;
  return (
    <Stack gap="xs" mb="md">
      {away !== undefined && (
        <Banner role="alert" tone="bad" icon={<IconPlugConnectedX aria-hidden />}>
          <b>{say('hubAway', { since: clock(away) })}.</b> {say('hubAwayMeans')}
        </Banner>
      )}
      {isSimulation && (
        <Banner role="note" tone="poor" icon={<IconPlayerPlay aria-hidden />}>
          <b>{say('simulation')}</b> · {say('simulationMeans')}
        </Banner>
      )}
    </Stack>
  );
}

interface BannerProps {
  readonly role: 'alert' | 'note';
  readonly tone: 'poor' | 'bad';
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Banner({ role, tone, icon, children }: BannerProps): ReactNode {
  const colour = `var(--${tone})`;
  return (
    <Alert
      role={role}
      icon={icon}
      py={6}
      variant="outline"
      bg={`var(--${tone}-ground)`}
      style={{ borderColor: colour }}
    >
      <Text size="sm" c={colour}>
        {children}
      </Text>
    </Alert>
  );
}
