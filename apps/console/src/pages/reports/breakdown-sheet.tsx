import { Skeleton, Stack, Text } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { Link } from 'react-router';
import { type DayPeriod } from '#core';
import { useAnswer } from '../../api/queries.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Failure } from '../../parts/failure.js';
import { Sheet } from '../../parts/sheet.js';
import { figure } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useLanguage, useWords } from '../../words/wording.js';
import { type Breakdown, type LaidOut } from './breakdown.js';
import { CHART_HEIGHT, drawnRows } from './drawn.js';
import { ReportFiles } from './report-files.js';
import { ReportTable } from './report-table.js';
import { words } from './words.js';

/** The chart library comes after the figures. */
const BreakdownChart = lazy(() => import('./breakdown-chart.js'));

interface BreakdownSheetProps {
  readonly period: DayPeriod;
  /** As the page's address calls it. */
  readonly name: string;
  readonly breakdown: Breakdown;
  /** The sentence the figures are reported with; '' until it is known. */
  readonly title: string;
}

/** One breakdown of the period: chart, table, files. */
export function BreakdownSheet({ period, name, breakdown, title }: BreakdownSheetProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { path, query, word, layOut } = breakdown;
  const { data, error, refetch } = useAnswer<object>(path, { query: { ...period, ...query } });
  const [language] = useLanguage();
  const laidOut = useMemo(
    () => (data === undefined ? undefined : layOut(data, { say, sayShared })),
    // What is said changes with the language only.
    [data, layOut, language],
  );
  const file = `bao-cao-${name}-${period.from}-${period.to}`;
  return (
    <Sheet title={say(word)} aside={error === null && <Files laidOut={laidOut} title={title} file={file} />}>
      {laidOut === undefined && error !== null && <Failure error={error} again={() => void refetch()} />}
      {laidOut === undefined && error === null && <Skeleton h={CHART_HEIGHT + 240} aria-busy />}
      {laidOut !== undefined && <Shown laidOut={laidOut} breakdown={breakdown} />}
    </Sheet>
  );
}

interface FilesProps {
  readonly laidOut: LaidOut | undefined;
  readonly title: string;
  readonly file: string;
}

/** The figures as files, once they are known; none where there are no figures. */
function Files({ laidOut, title, file }: FilesProps): ReactNode {
  if (laidOut?.rows.length === 0) return null;
  if (laidOut === undefined || title === '') return <Skeleton w={190} h={26} />;
  return <ReportFiles sheet={{ title, ...laidOut }} file={file} />;
}

function Shown({ laidOut, breakdown: { chart, word } }: { laidOut: LaidOut; breakdown: Breakdown }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  if (laidOut.rows.length === 0) {
    return (
      <EmptyState title={say('noFigures')}>
        {say('noFiguresFirst')} <Link to="/samples">{sayShared('samples')}</Link>.
      </EmptyState>
    );
  }
  const drawn = drawnRows(laidOut.rows, chart.shape);
  const label = say('chartOf', { by: say(word) });
  return (
    <Stack gap="sm">
      <div className="no-print" style={{ minHeight: CHART_HEIGHT }}>
        <Suspense fallback={<Skeleton h={CHART_HEIGHT} />}>
          <BreakdownChart label={label} plan={chart} columns={laidOut.columns} rows={drawn} />
        </Suspense>
        {drawn.length < laidOut.rows.length && (
          <Text size="xs" c="dimmed">
            {say('chartFirst', { rows: figure(drawn.length) })}
          </Text>
        )}
      </div>
      {laidOut.notes.map((note) => (
        <Text key={note} size="sm">
          {note}
        </Text>
      ))}
      <ReportTable label={say(word)} laidOut={laidOut} />
    </Stack>
  );
}
