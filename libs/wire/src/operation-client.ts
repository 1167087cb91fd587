import { connectionTestSchema, type ConnectionTest } from './connection-bodies.js';
import { readEventStream } from './event-stream.js';
import { type HttpCaller } from './http-caller.js';
import { systemSchema, type ConnectedSystem } from './hub-bodies.js';
import { readMessage } from './messages.js';
import { overviewSchema, type Overview } from './overview-bodies.js';

const SYSTEMS = '/api/v1/systems';
const OVERVIEW = '/api/v1/overview';

/** What operators watch and do at the hub. */
export class OperationClient {
  constructor(private readonly http: HttpCaller) {}

  /** Figures of now. */
  overview(): Promise<Overview> {
    return this.http.json(overviewSchema, { path: OVERVIEW });
  }

  /** The same again and again, until `signal` is aborted or the hub goes away (then it ends or throws). Resolves once the feed is open. */
  async overviews(signal: AbortSignal): Promise<AsyncGenerator<Overview, void, undefined>> {
    const headers = { accept: 'text/event-stream' };
    return overviewsOf(await this.http.stream({ path: `${OVERVIEW}/live`, headers, signal }));
  }

  /** Tries the way to a system step by step. */
  testConnection(system: string): Promise<ConnectionTest> {
    const path = '/api/v1/diagnostics/connection';
    return this.http.json(connectionTestSchema, { method: 'POST', path, query: { system } });
  }

  /** Keeps a system out until it is unlocked; repeated, it changes nothing. */
  lock(name: string): Promise<ConnectedSystem> {
    return this.http.json(systemSchema, { method: 'POST', path: `${SYSTEMS}/${encodeURIComponent(name)}/lock` });
  }

  /** Lets a locked system in again; repeated, it changes nothing. */
  unlock(name: string): Promise<ConnectedSystem> {
    return this.http.json(systemSchema, { method: 'POST', path: `${SYSTEMS}/${encodeURIComponent(name)}/unlock` });
  }
}

async function* overviewsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Overview, void, undefined> {
  for await (const { name, data } of readEventStream(stream)) {
    if (name === 'message') yield readMessage(overviewSchema, data); // other names are heartbeats
  }
}
