import { type Day, hanoiDay } from '#core';
import { type Overview } from '#wire';
import { useAnswer, useSession } from '../api/queries.js';

/** Today in Hanoi; in simulation the day that is played, undefined until the hub has said which. */
export function useToday(): Day | undefined {
  const { data: session } = useSession();
  const isPlayed = session?.simulation === true;
  const { data: overview, error } = useAnswer<Overview>(isPlayed ? '/overview' : undefined);
  if (isPlayed && error === null) return overview?.day;
  return hanoiDay(Date.now());
}
