import { Group, SimpleGrid, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Overview } from '#wire';
import { Sheet } from '../../parts/sheet.js';
import { dayOf, figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** Sent and received today, this month, since the opening. */
export function Totals({ overview: { day, today, month, sinceOpening } }: { overview: Overview }): ReactNode {
  const say = useWords(words);
  return (
    <Sheet>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        <Total label={say('today', { day: dayOf(day) })} counted={today} />
        <Total label={say('month')} counted={month} />
        <Total label={say('opening')} counted={sinceOpening} />
      </SimpleGrid>
    </Sheet>
  );
}

function Total({ label, counted }: { label: string; counted: Overview['today'] }): ReactNode {
  const say = useWords(words);
  return (
    <div>
      <Text component="h2" size="sm" fw={600} c="dimmed" m={0}>
        {label}
      </Text>
      <Group gap="lg" wrap="nowrap">
        <Count count={counted.sent} of={say('documentsSent')} />
        <Count count={counted.received} of={say('deliveriesReceived')} />
      </Group>
    </div>
  );
}

function Count({ count, of }: { count: number; of: string }): ReactNode {
  return (
    <div>
      <Text fz={26} fw={700} lh={1.3}>
        {figure(count)}
      </Text>
      <Text size="xs" c="dimmed">
        {of}
      </Text>
    </div>
  );
}
