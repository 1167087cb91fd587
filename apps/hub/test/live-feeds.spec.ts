import { ProgramTokens } from '../src/accounts/program-tokens.js';
import { ConsoleFixture } from './console-fixture.js';

const HOUR = 3_600_000;
const FEEDS = ['/api/v1/events', '/api/v1/overview/live'];
/** "Within some seconds", on a machine that is busy. */
const SOON_MS = 15_000;

type Headers = Record<string, string>;

describe.each(FEEDS)('the live feed at %s', (path) => {
  let hub: ConsoleFixture;
  beforeAll(async () => {
    hub = await ConsoleFixture.open();
  });
  afterAll(() => hub.close());

  const listen = (headers: Headers): Promise<Feed> => Feed.at(path, hub, headers);
  const signedIn = async (name: string): Promise<Headers> => {
    await hub.withAccount(name, 'viewer');
    return hub.signIn(name);
  };
  const token = (name: string): ReturnType<ProgramTokens['make']> =>
    hub.app.get(ProgramTokens).make({ name, role: 'viewer' });

  it.each([
    ['its account is locked', 'locked', () => hub.store.accounts.change('locked', { lockedAt: hub.clock.now() })],
    ['its account is removed', 'removed', () => hub.store.accounts.remove('removed')],
    ['its account gets another password', 'renewed', () => hub.store.accounts.setPassword('renewed', 'another hash')],
  ])('ends when %s, and no other does', async (_, name, end) => {
    const [others, theirs] = [await listen(await signedIn(`beside-${name}`)), await listen(await signedIn(name))];
    await end();
    await theirs.end();
    expect(others.isOpen).toBe(true);
    await others.leave();
  });

  it('ends when its listener signs out', async () => {
    const headers = await signedIn('leaving');
    const feed = await listen(headers);
    await hub.ask('DELETE', '/api/v1/session', { headers });
    await feed.end();
  });

  it('keeps no session open: it ends after 12 hours without a use', async () => {
    const feed = await listen(await signedIn('idle'));
    hub.clock.pass(12 * HOUR);
    await feed.end();
  });

  it('ends when the token of its program is revoked, and no other does', async () => {
    const [other, revoked] = [await token('other'), await token('revoked')];
    const others = await listen({ authorization: `Bearer ${other.token}` });
    const theirs = await listen({ authorization: `Bearer ${revoked.token}` });
    await hub.store.programTokens.remove(revoked.id);
    await theirs.end();
    expect(others.isOpen).toBe(true);
    await others.leave();
  });
});

/** A feed as its listener has it. */
class Feed {
  isOpen = true;
  private readonly ended: Promise<void>;

  private constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.ended = this.read();
  }

  static async at(path: string, hub: ConsoleFixture, headers: Headers): Promise<Feed> {
    const { status, body } = await hub.ask('GET', path, { headers });
    if (status !== 200 || body === null) throw new Error(String(status));
    return new Feed(body.getReader());
  }

  /** Resolves when the hub ends it. @throws when it does not soon */
  async end(): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new Error('The feed is still open.')), SOON_MS);
    });
    await Promise.race([this.ended, tooLate]).finally(() => clearTimeout(late));
  }

  async leave(): Promise<void> {
    await this.reader.cancel();
  }

  private async read(): Promise<void> {
    let isDone = false;
    while (!isDone) isDone = (await this.reader.read()).done;
    this.isOpen = false;
  }
}
