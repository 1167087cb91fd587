import { Alert, Group, Text } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { type Overview } from '#wire';
import { Sheet } from '../../parts/sheet.js';
import { figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { ledgerDifference } from './verdicts.js';
import { words } from './words.js';

/** Made = received + waiting + expired + withdrawn + failed, with a red line when it is not so. */
export function LedgerLine({ overview }: { overview: Overview }): ReactNode {
  const say = useWords(words);
  const { made, received, waiting, expired, withdrawn, failed, addsUp } = overview.ledger;
  const terms = [
    [received, say('ledgerReceived')],
    [waiting, say('ledgerWaiting')],
    [expired, say('ledgerExpired')],
    [withdrawn, say('ledgerWithdrawn')],
    [failed, say('ledgerFailed')],
  ] as const;
  return (
    <Sheet title={say('ledger')}>
      <Group gap="sm" align="flex-start">
        <Term count={made} of={say('ledgerMade')} />
        {terms.map(([count, of], index) => (
          <Group key={of} gap="sm" align="flex-start" wrap="nowrap">
            <Text fz="lg" c="dimmed" aria-hidden>
              {index > 0 ? '+' : addsUp ? '=' : '≠'}
            </Text>
            <Term count={count} of={of} />
          </Group>
        ))}
      </Group>
      {!addsUp && (
        <Alert
          role="alert"
          color="red"
          variant="filled"
          mt="sm"
          icon={<IconAlertOctagon aria-hidden />}
          bg="var(--accent)"
        >
          <Text size="sm" fw={600} c="white">
            {say('ledgerDiffers', { difference: figure(ledgerDifference(overview)) })}
          </Text>
        </Alert>
      )}
    </Sheet>
  );
}

function Term({ count, of }: { count: number; of: string }): ReactNode {
  return (
    <div>
      <Text fz="lg" fw={700} lh={1.4}>
        {figure(count)}
      </Text>
      <Text size="xs" c="dimmed">
        {of}
      </Text>
    </div>
  );
}
