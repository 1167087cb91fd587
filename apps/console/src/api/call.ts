import { type Problem } from '#wire';
import { HubAwayError, ProblemError } from './failures.js';
import { noteReach } from './reach.js';

/** What a query string is made of; what is undefined or empty is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a string or a file is sent as it is, with its own `contentType`, and a form with its files as a form. */
  readonly body?: unknown;
  readonly contentType?: string;
  /** The same key with the same request twice is taken once. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** `/documents` and its filters as a path with a query string, keys in the given order. */
export function pathOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** Where the hub serves `path`: below its HTTP interface. */
export function urlOf(path: string): string {
  return `/api/v1${path}`;
}

/** Asks the hub and reads its JSON. @throws ProblemError when it says no, HubAwayError when nobody answers. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const response = await answerTo(path, options);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

/** The beginning of a text of the hub, at most about so many bytes of it, and whether that is all. @throws as `call` */
export async function callText(path: string, mostBytes: number): Promise<{ text: string; isWhole: boolean }> {
  const reader = (await answerTo(path, {})).body?.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    if (done || value === undefined) return { text: text + decoder.decode(), isWhole: true };
    text += decoder.decode(value, { stream: true });
    bytes += value.length;
    if (bytes < mostBytes) continue;
    await reader?.cancel();
    return { text, isWhole: false };
  }
}

async function answerTo(path: string, options: CallOptions): Promise<Response> {
  const response = await reached(path, options);
  if (response.ok) return response;
  const problem = await problemIn(response);
  // What stands before a hub answers 502 to 504 in its own words when no hub is there.
  noteReach(problem !== undefined || response.status < 502);
  if (problem === undefined) throw new HubAwayError(response.status, isDoing(options));
  throw new ProblemError(problem);
}

async function reached(path: string, options: CallOptions): Promise<Response> {
  try {
    const response = await fetch(urlOf(path), requestOf(options));
    if (response.ok) noteReach(true);
    return response;
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    noteReach(false);
    throw new HubAwayError(error, isDoing(options));
  }
}

function isDoing({ method = 'GET' }: CallOptions): boolean {
  return method !== 'GET';
}

/** What every request carries: the header that no form of another site can send, the language of the page, and JSON unless told otherwise. */
function requestOf({
  method = 'GET',
  body,
  contentType = 'application/json',
  signal,
  idempotencyKey,
}: CallOptions): RequestInit {
  const headers = {
    accept: 'application/json, application/problem+json;q=0.9, */*;q=0.1',
    'x-requested-by': 'console',
    // Of the sentences that the hub has in both; wording.ts keeps it.
    'accept-language': document.documentElement.lang,
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
  const request = { method, ...(signal === undefined ? {} : { signal }) };
  if (body === undefined) return { ...request, headers };
  // The browser writes the boundary of the form itself.
  if (body instanceof FormData) return { ...request, headers, body };
  const sent = typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body);
  return { ...request, headers: { ...headers, 'content-type': contentType }, body: sent };
}

async function problemIn(response: Response): Promise<Problem | undefined> {
  if (!(response.headers.get('content-type') ?? '').includes('problem+json')) return undefined;
  return (await response.json()) as Problem;
}
