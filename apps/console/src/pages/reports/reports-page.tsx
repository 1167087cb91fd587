import './print.css';
import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { type DayPeriod } from '#core';
import { type Totals } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { AsOf } from '../../parts/as-of.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { useToday } from '../../parts/use-today.js';
import { dayOf, figure } from '../../words/figures.js';
import { type Language, type Say, useLanguage, useWords } from '../../words/wording.js';
import { BreakdownSheet } from './breakdown-sheet.js';
import { breakdownIn } from './breakdowns.js';
import { ChoiceBar } from './choice-bar.js';
import { Comparison } from './comparison.js';
import { periodIn } from './period.js';
import { Targets } from './targets-sheet.js';
import { type ReportWord, words } from './words.js';

/** What was sent and received in a period, beside the period before and the targets, broken down as one likes; to keep as a file or print. */
export default function ReportsPage(): ReactNode {
  const say = useWords(words);
  const today = useToday();
  if (today === undefined) return <Page title={say('title')}>{<Skeleton h={400} aria-busy />}</Page>;
  return <Reports today={today} />;
}

function Reports({ today }: { today: string }): ReactNode {
  const say = useWords(words);
  const [address] = useSearchParams();
  const period = periodIn(address, today);
  const isOrdered = period.from <= period.to;
  return (
    <Page title={say('title')} aside={<PrintButton isOffered={isOrdered} />}>
      <ChoiceBar period={period} today={today} />
      {isOrdered ? <Report period={period} /> : <Text role="alert">{say('wrongPeriod')}</Text>}
    </Page>
  );
}

function Report({ period }: { period: DayPeriod }): ReactNode {
  const say = useWords(words);
  const [language] = useLanguage();
  const [address] = useSearchParams();
  const { from, to } = period;
  const { data: totals, error, refetch } = useAnswer<Totals>('/statistics/totals', { query: { from, to } });
  const { name, breakdown } = breakdownIn(address);
  const sentence = totals === undefined ? '' : sentenceOf(totals, language, say);
  if (error !== null && totals === undefined) return <Failure error={error} again={() => void refetch()} />;
  return (
    <Stack gap="md" className="report">
      <Sheet py="sm">
        {totals === undefined ? (
          <Skeleton h={42} aria-busy />
        ) : (
          <>
            <Text fw={500} mih={21}>
              {sentence}
            </Text>
            <AsOf time={totals.asOf} />
          </>
        )}
      </Sheet>
      <Comparison period={period} totals={totals} />
      <Targets period={period} />
      <BreakdownSheet
        key={`${name} ${from} ${to}`}
        period={period}
        name={name}
        breakdown={breakdown}
        title={sentence}
      />
    </Stack>
  );
}

function PrintButton({ isOffered }: { isOffered: boolean }): ReactNode {
  const say = useWords(words);
  return (
    <Button
      className="no-print"
      variant="default"
      size="compact-md"
      disabled={!isOffered}
      leftSection={<IconPrinter size={16} aria-hidden />}
      onClick={() => print()}
    >
      {say('print')}
    </Button>
  );
}

/** The sentence of the reports: Vietnamese as the hub writes it. */
function sentenceOf(totals: Totals, language: Language, say: Say<ReportWord>): string {
  if (language === 'vi') return totals.sentence;
  const { from, to, sent, received } = totals;
  const english = say('headline', { from: dayOf(from), to: dayOf(to), sent: figure(sent), received: figure(received) });
  return totals['simulation'] === true ? `${say('played')} ${english}` : english;
}
