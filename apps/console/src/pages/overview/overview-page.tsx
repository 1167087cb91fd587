import { SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Overview } from '#wire';
import { useLive } from '../../api/live.js';
import { useAnswer } from '../../api/queries.js';
import { AsOf } from '../../parts/as-of.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { dayOf, figure } from '../../words/figures.js';
import { useLanguage, useWords } from '../../words/wording.js';
import { Absent } from './absent.js';
import { Answers } from './answers.js';
import { FirstSteps } from './first-steps.js';
import { LedgerLine } from './ledger-line.js';
import { Rates } from './rates.js';
import { TierFlow } from './tier-flow.js';
import { TopAgencies } from './top-agencies.js';
import { Totals } from './totals.js';
import { Traffic } from './traffic.js';
import { Waiting } from './waiting.js';
import { words } from './words.js';

/** Whether it flows, what is stuck, who is absent, whether it adds up: live, all of one moment. */
export default function OverviewPage(): ReactNode {
  const say = useWords(words);
  const { value: told, lateSince } = useLive<Overview>('/overview/live');
  // What the stream cannot say, a question can: why there is none.
  const { data: answered, error } = useAnswer<Overview>(
    told === undefined && lateSince !== undefined ? '/overview' : undefined,
  );
  const overview = told ?? answered;
  return (
    <Page title={say('title')} aside={<AsOf time={overview?.asOf} lateSince={lateSince} />}>
      {error !== null && overview === undefined && <Failure error={error} />}
      {overview === undefined ? <Unknown /> : <Known overview={overview} />}
    </Page>
  );
}

function Known({ overview }: { overview: Overview }): ReactNode {
  const isEmpty = overview.sinceOpening.sent === 0;
  return (
    <Stack gap="md">
      {isEmpty ? <FirstSteps /> : <Headline overview={overview} />}
      <Answers overview={overview} />
      <Totals overview={overview} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Rates overview={overview} />
        <Traffic series={overview.series} />
      </SimpleGrid>
      <Waiting overview={overview} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Absent overview={overview} />
        <LedgerLine overview={overview} />
      </SimpleGrid>
      <TierFlow flow={overview.flow} />
      <TopAgencies top={overview.top} />
    </Stack>
  );
}

/** The sentence of the reports: Vietnamese as the hub writes it. */
function Headline({ overview: { sentence, day, sinceOpening } }: { overview: Overview }): ReactNode {
  const say = useWords(words);
  const [language] = useLanguage();
  const { sent, received } = sinceOpening;
  const english = say('headline', { day: dayOf(day), sent: figure(sent), received: figure(received) });
  return (
    <Sheet py="sm">
      <Text fw={500}>{language === 'vi' ? sentence : english}</Text>
    </Sheet>
  );
}

/** Holds the places, so that nothing jumps when the figures come. */
function Unknown(): ReactNode {
  return (
    <Stack gap="md" aria-busy>
      <Skeleton h={44} />
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
        {[1, 2, 3, 4].map((each) => (
          <Skeleton key={each} h={124} />
        ))}
      </SimpleGrid>
      <Skeleton h={104} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Skeleton h={320} />
        <Skeleton h={320} />
      </SimpleGrid>
      <Skeleton h={380} />
    </Stack>
  );
}
