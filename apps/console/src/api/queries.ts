import { keepPreviousData, QueryCache, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type Session } from '#wire';
import { call, pathOf, type Query } from './call.js';
import { HubAwayError, isSignedOut } from './failures.js';
import { isReached, subscribe } from './reach.js';

/** How often a hub that is away is asked whether it is back. */
const ASK_AGAIN_MS = 2000;

/** The key under which the session lies; `null` is nobody. */
export const SESSION_KEY = ['session'];

/** What was asked of the hub, and the answers. An answer that nobody is signed in, from wherever, shows the sign-in page. */
export const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => noteSignedOut(error) }),
  defaultOptions: {
    queries: { retry: false, staleTime: 5000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { networkMode: 'always', onError: (error) => noteSignedOut(error) },
  },
});

interface AnswerOptions {
  readonly query?: Query;
  /** Asks again and again, while the page is visible. */
  readonly everyMs?: number;
  /** Shows the answer to the question before until the new one is there, so that a list does not jump. */
  readonly keeps?: boolean;
}

/** The hub's answer to GET `path`; `undefined` for a path asks nothing. */
export function useAnswer<T>(
  path: string | undefined,
  { query = {}, everyMs, keeps = false }: AnswerOptions = {},
): UseQueryResult<T> {
  const whole = pathOf(path ?? '', query);
  return useQuery({
    queryKey: [whole],
    queryFn: ({ signal }) => call<T>(whole, { signal }),
    enabled: path !== undefined,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(keeps ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Who is signed in; `null` for nobody, undefined until the hub has said. An agency's session has another shape than the hub's. */
export function useSession<T = Session>(): UseQueryResult<T | null> {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: () =>
      call<T>('/session').catch((error: unknown) => {
        if (isSignedOut(error)) return null;
        throw error;
      }),
    staleTime: 60_000,
  });
}

/** Ends the session. While the hub is away it goes on, and the page says that the hub is away. */
export async function signOut(): Promise<void> {
  try {
    await call('/session', { method: 'DELETE' });
    becomes(null);
  } catch (error) {
    noteSignedOut(error);
  }
}

/** From now on this is who is signed in. What was shown to somebody else is forgotten: this one may be allowed less. */
export function becomes(session: unknown): void {
  // The session itself stays: whoever looks at it has to hear of the change.
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
  client.setQueryData(SESSION_KEY, session);
}

/** Asks again for everything as soon as a hub that was away is back. Called once, at the start of a page. */
export function returnWithTheHub(): void {
  let asking: ReturnType<typeof setInterval> | undefined;
  subscribe(() => {
    if (isReached()) {
      clearInterval(asking);
      asking = undefined;
      void client.invalidateQueries();
    } else asking ??= setInterval(() => void askWhetherBack(), ASK_AGAIN_MS);
  });
}

async function askWhetherBack(): Promise<void> {
  await call('/session').catch((error: unknown) => {
    if (!(error instanceof HubAwayError)) noteSignedOut(error);
  });
}

function noteSignedOut(error: unknown): void {
  if (isSignedOut(error)) client.setQueryData(SESSION_KEY, null);
}
