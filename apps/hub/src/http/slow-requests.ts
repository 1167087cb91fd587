import { type IncomingMessage, type Server, type ServerResponse } from 'node:http';

const LIMITS = {
  /** How long the headers may take, all together. */
  headersMs: 60_000,
  /** How long nothing may come of a request that has not come whole. */
  silenceMs: 120_000,
};

/**
 * Lets a body take as long as it needs while it gets on (Node would cut it after 300 s), and ends connections on which headers come too
 * slowly or a body stands still. A request that has come whole may wait for its answer.
 */
export function allowSlowBodies(server: Server, { headersMs, silenceMs } = LIMITS): void {
  Object.assign(server, { requestTimeout: 0, headersTimeout: headersMs, timeout: silenceMs });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // Without a listener Node would end whoever waits for an answer, too.
    response.on('timeout', () => {
      if (!request.complete) request.destroy();
    });
  });
}
