import { Button, Group, NumberInput, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { AgencyInput } from '../../parts/agency-input.js';
import { Failure } from '../../parts/failure.js';
import { Sheet } from '../../parts/sheet.js';
import { figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { MadeSamples } from './made-samples.js';
import { type ManySending, useManySending } from './use-many-sending.js';
import { words } from './words.js';

const MOST = 500;
const USUAL = 20;

/** Sends many believable samples, with progress, until there are enough or somebody stops it. */
export function ManyPanel(): ReactNode {
  const say = useWords(words);
  const [wanted, setWanted] = useState(USUAL);
  const [from, setFrom] = useState('');
  const sending = useManySending();
  const isFit = wanted >= 1 && wanted <= MOST;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <Sheet title={say('many')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isFit && !sending.isRunning) sending.start(wanted, from);
          }}
        >
          <Stack gap="sm">
            <NumberInput
              label={say('count')}
              description={say('countHint')}
              min={1}
              max={MOST}
              allowDecimal={false}
              value={wanted}
              onChange={(value) => setWanted(Number(value))}
              disabled={sending.isRunning}
            />
            <AgencyInput label={say('onlyFrom')} placeholder={say('agencyHint')} value={from} onChange={setFrom} />
            <Group justify="flex-end">
              {sending.isRunning && (
                <Button variant="default" onClick={sending.stop}>
                  {say('stop')}
                </Button>
              )}
              <Button type="submit" loading={sending.isRunning} disabled={!isFit}>
                {say('start')}
              </Button>
            </Group>
            <HowFar sending={sending} />
          </Stack>
        </form>
      </Sheet>
      <MadeSamples tally={sending.tally} />
    </SimpleGrid>
  );
}

function HowFar({ sending }: { sending: ManySending }): ReactNode {
  const say = useWords(words);
  const { wanted, tally, isStopped, error } = sending;
  if (wanted === 0) return null;
  const text = say('progress', {
    asked: figure(tally.asked),
    wanted: figure(wanted),
    accepted: figure(tally.accepted),
    refused: figure(tally.refused.length),
  });
  return (
    <>
      <Progress value={(tally.asked / wanted) * 100} aria-label={text} transitionDuration={0} />
      <Text size="sm" role="status">
        {text} {isStopped && say('stopped')}
      </Text>
      {error !== undefined && <Failure error={error} />}
    </>
  );
}
