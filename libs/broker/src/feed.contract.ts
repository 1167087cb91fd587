import { eventually } from '../../../test/support/eventually.js';
import { type Feed } from './feed.js';

/** What every feed promises. `open` gives that many feeds of one broker, all of them up. */
export function feedContract(name: string, open: (count: number) => Promise<readonly Feed[]>): void {
  describe(`${name} keeps the contract of a feed`, () => {
    let feeds: readonly Feed[] = [];
    afterEach(() => Promise.all(feeds.map((feed) => feed.close())));

    const heardBy = (feed: Feed | undefined, topic: string): string[] => {
      const heard: string[] = [];
      feed?.hear(topic, (words) => heard.push(words.toString('utf8')));
      return heard;
    };

    it('tells all others, in order, and not itself', async () => {
      feeds = await open(3);
      const [own, one, other] = feeds.map((feed) => heardBy(feed, 'tin'));
      feeds[0]?.say('tin', Buffer.from('xin chào'));
      feeds[0]?.say('tin', Buffer.from('tạm biệt'));
      await eventually(() =>
        expect([one, other]).toEqual([
          ['xin chào', 'tạm biệt'],
          ['xin chào', 'tạm biệt'],
        ]),
      );
      expect(own).toEqual([]);
    });

    it('tells apart what it is about, and lets several listen', async () => {
      feeds = await open(2);
      const [first, second, elsewhere] = ['tin', 'tin', 'khác'].map((topic) => heardBy(feeds[1], topic));
      feeds[0]?.say('tin', Buffer.from('một'));
      await eventually(() => expect([first, second]).toEqual([['một'], ['một']]));
      expect(elsewhere).toEqual([]);
    });

    it('tells nothing to one that has let go', async () => {
      feeds = await open(3);
      const [gone, there] = [heardBy(feeds[1], 'tin'), heardBy(feeds[2], 'tin')];
      await feeds[1]?.close();
      feeds[0]?.say('tin', Buffer.from('một'));
      await eventually(() => expect(there).toEqual(['một']));
      expect(gone).toEqual([]);
    });
  });
}
