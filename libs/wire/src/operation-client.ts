import { readEventStream } from './event-stream.js';
import { type HttpCaller } from './http-caller.js';
import { readMessage } from './messages.js';
import { overviewSchema, type Overview } from './overview-bodies.js';

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
}

async function* overviewsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Overview, void, undefined> {
  for await (const { name, data } of readEventStream(stream)) {
    if (name === 'message') yield readMessage(overviewSchema, data); // other names are heartbeats
  }
}
