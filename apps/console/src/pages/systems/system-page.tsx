import { SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../../api/queries.js';
import { Facts } from '../../parts/facts.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { figure, moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { DepthSign, OldestSign, PresenceSign } from './signs.js';
import { type ShownSystem } from './standing.js';
import { SystemActions } from './system-actions.js';
import { SystemAgencies } from './system-agencies.js';
import { words } from './words.js';

const EVERY_MS = 3000;

/** One system: whether it is there, what waits for it, whom it speaks for, and what can be done with it. */
export function SystemPage(): ReactNode {
  const say = useWords(words);
  const { name = '' } = useParams();
  const path = `/systems/${encodeURIComponent(name)}`;
  const { data: system, error, refetch } = useAnswer<ShownSystem>(path, { everyMs: EVERY_MS });
  return (
    <Page title={name} aside={<Link to="/systems">{say('back')}</Link>}>
      {error !== null && <Failure error={error} again={() => void refetch()} />}
      {system === undefined && error === null && <Skeleton h={420} />}
      {system !== undefined && (
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
          <Stack gap="md">
            <SystemFacts system={system} />
            <SystemActions system={system} />
          </Stack>
          <SystemAgencies codes={system.codes} />
        </SimpleGrid>
      )}
    </Page>
  );
}

function SystemFacts({ system }: { system: ShownSystem }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { queued, consumers, lastSeenAt, createdAt, lockedAt, poll, arrivals } = system;
  return (
    <Sheet title={say('facts')}>
      <Facts
        facts={[
          [say('presence'), <PresenceSign system={system} />],
          [say('queue'), <DepthSign queued={queued} />],
          ...(poll === true ? [] : [[say('consumers'), figure(consumers)] as const]),
          [say('oldest'), <OldestSign system={system} none={say('noneWaits')} />],
          [say('lastSeen'), lastSeenAt === undefined ? say('never') : moment(lastSeenAt)],
          ...(lockedAt === undefined ? [] : [[say('lockedAt'), moment(lockedAt)] as const]),
          ...(createdAt === undefined ? [] : [[say('enrolledAt'), moment(createdAt)] as const]),
          [say('way'), say(poll === true ? 'byPolling' : 'byInbox')],
          [say('arrivals'), sayShared(arrivals === true ? 'yes' : 'no')],
        ]}
      />
    </Sheet>
  );
}
