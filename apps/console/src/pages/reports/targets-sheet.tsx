import { Skeleton, Table } from '@mantine/core';
import { type ReactNode } from 'react';
import { type DayPeriod } from '#core';
import { type ByPaper, type ByStatus, type CoverageAnswer, type PunctualityAnswer } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { State, type Standing } from '../../parts/state.js';
import { figure, percent } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { tierName } from './breakdown.js';
import { ShareBar } from './share-bar.js';
import { type Target, targetsOf, type TargetVerdict, verdictOf } from './targets.js';
import { type ReportWord, words } from './words.js';

/** What was reached of the targets of 2020, with the counts behind each share. */
export function Targets({ period: { from, to } }: { period: DayPeriod }): ReactNode {
  const say = useWords(words);
  const query = { from, to };
  const statuses = useAnswer<ByStatus>('/statistics/by-status', { query });
  const coverage = useAnswer<CoverageAnswer>('/statistics/coverage', { query });
  const papers = useAnswer<ByPaper>('/statistics/by-paper', { query });
  const punctuality = useAnswer<PunctualityAnswer>('/statistics/punctuality', { query });
  const failed = [statuses, coverage, papers, punctuality].find(({ error }) => error !== null);
  const targets =
    statuses.data && coverage.data && papers.data && punctuality.data
      ? targetsOf({
          statuses: statuses.data,
          coverage: coverage.data,
          papers: papers.data,
          punctuality: punctuality.data,
        })
      : undefined;
  return (
    <Sheet title={say('targets')}>
      {targets === undefined && failed === undefined && <Skeleton h={320} aria-busy />}
      {targets === undefined && failed !== undefined && (
        <Failure error={failed.error} again={() => void failed.refetch()} />
      )}
      {targets !== undefined && <TargetTable targets={targets} />}
    </Sheet>
  );
}

function TargetTable({ targets }: { targets: readonly Target[] }): ReactNode {
  const say = useWords(words);
  return (
    <ScrollTable label={say('targets')} minWidth={620}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{say('targetWhat')}</Table.Th>
          <Table.Th scope="col">{say('targetReached')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {say('targetGoal')}
          </Table.Th>
          <Table.Th scope="col">{say('targetVerdict')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {targets.map((target) => (
          <TargetRow key={`${target.what} ${target.tier ?? ''}`} target={target} />
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}

const VERDICTS: Readonly<Record<TargetVerdict, { word: ReportWord; standing: Standing }>> = {
  met: { word: 'targetMet', standing: 'good' },
  missed: { word: 'targetMissed', standing: 'poor' },
  unknown: { word: 'targetUnknown', standing: 'quiet' },
};

function TargetRow({ target }: { target: Target }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { what, tier = '', part, whole, goal } = target;
  const { word, standing } = VERDICTS[verdictOf(target)];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {say(what, { tier: tierName(tier, sayShared) })}
      </Table.Th>
      <Table.Td>
        {whole === 0 ? (
          '–'
        ) : (
          <span style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
            <ShareBar share={part / whole} goal={goal} />
            <b>{percent(roundedDown(part / whole))}</b>
            <span style={{ whiteSpace: 'nowrap', color: 'var(--mantine-color-dimmed)' }}>
              {say('ofWhole', { part: figure(part), whole: figure(whole) })}
            </span>
          </span>
        )}
      </Table.Td>
      <Table.Td className="number">{percent(goal)}</Table.Td>
      <Table.Td>
        <State standing={standing}>{say(word)}</State>
      </Table.Td>
    </Table.Tr>
  );
}

/** To tenths of a percent: what is missed is not shown as reached. */
function roundedDown(share: number): number {
  return Math.floor(1000 * share + 1e-9) / 1000;
}
