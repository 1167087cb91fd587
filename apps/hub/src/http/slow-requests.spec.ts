import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { allowSlowBodies } from './slow-requests.js';

const SILENCE_MS = 300;
const HEADERS_MS = 600;
/** What Node allows a whole request here, in place of its 300 s. */
const REQUEST_MS = 400;
const HEAD = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n';

describe('requests that come slowly', () => {
  let server: Server;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let socket: Socket;
  let said: string;
  let end: Promise<void>;

  beforeEach(async () => {
    answer = (request, response) => void request.resume().on('end', () => response.end('got it'));
    const options = { connectionsCheckingInterval: 20, requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS };
    server = createServer(options, (request, response) => answer(request, response));
    allowSlowBodies(server, { headersMs: HEADERS_MS, silenceMs: SILENCE_MS });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    said = '';
    socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('data', (text) => (said += text.toString()));
    socket.on('error', () => undefined);
    end = new Promise((resolve) => socket.once('close', () => resolve()));
  });
  afterEach(() => {
    socket.destroy();
    server.closeAllConnections();
    server.close();
  });

  it('are taken to their end while they get on, however long that takes', async () => {
    socket.write(HEAD.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    for (let byte = 0; byte < 20; byte += 1) {
      await after(SILENCE_MS / 6);
      socket.write('x');
    }
    await end;
    expect(said).toMatch(/200 OK[^]*got it/);
  });

  it.each([
    ['in the middle of the body', `${HEAD}half of it`],
    ['before the body', HEAD],
    ['in the middle of the headers', 'POST / HTTP/1.1\r\nHost:'],
    ['before the headers', ''],
  ])('are cut off when nothing more comes %s', async (_where, bytes) => {
    if (bytes !== '') socket.write(bytes);
    await end;
    expect(said).not.toContain('200 OK');
  });

  it('are cut off when their headers get on, but take too long', async () => {
    socket.write('POST / HTTP/1.1\r\nX-Slow: ');
    const dripping = setInterval(() => socket.write('x'), SILENCE_MS / 6);
    await end;
    clearInterval(dripping);
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('may wait for their answer once they have come whole', async () => {
    // The live feed never reads what it was asked with.
    answer = (_request, response) => void after(3 * SILENCE_MS).then(() => response.end('late'));
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await end;
    expect(said).toMatch(/200 OK[^]*late/);
  });
});
