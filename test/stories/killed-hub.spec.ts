import { StoryAxis, type StoryDatabase } from '../support/axis.js';
import { eventually } from '../support/eventually.js';
import { uniqueSystem } from '../support/servers.js';
import { LoadingSystem, STORY_DOCUMENTS } from './load.js';
import { expectNothingLostNothingTwice } from './reckoning.js';

const POINTS = ['before-commit', 'after-commit', 'after-publish', 'after-confirm'];
const SENDER = '000.00.00.G22';
const [PROVINCE, MINISTRY] = ['000.00.00.H53', '000.00.00.G14'] as const;

describe.each<StoryDatabase>(['SQLite', 'PostgreSQL'])('a hub on %s that is killed again and again', (database) => {
  let axis: StoryAxis;

  beforeAll(async () => {
    axis = await StoryAxis.open(database);
  }, 60_000);
  afterAll(() => axis.close());

  it(
    'loses nothing and counts nothing twice',
    async () => {
      const province = uniqueSystem('h53');
      const ministry = uniqueSystem('g14');
      await axis.addSystem(province, [PROVINCE]);
      await axis.addSystem(ministry, [MINISTRY]);
      const sender = uniqueSystem('g22');
      const { amqpUrl } = await axis.enrol(sender, [SENDER]);
      const load = await LoadingSystem.open(amqpUrl, sender, { sender: SENDER, recipients: [PROVINCE, MINISTRY] });
      await axis.program.stop();
      const sending = load.send(1, STORY_DOCUMENTS);

      for (const point of POINTS) {
        expect(await axis.startHubToDie(`${point}:2`)).toBe('SIGKILL');
      }
      await axis.startHub();
      const { received } = await axis.hub.totals();
      await eventually(async () => (await axis.hub.totals()).received > received, { withinMs: 30_000 });
      await axis.program.stop('SIGKILL');
      await axis.startHub();

      await sending;
      await load.close();
      const numbers = Array.from({ length: STORY_DOCUMENTS }, (_, index) => index + 1);
      const inboxOf = (agency: string): number =>
        numbers.filter((number) => load.recipientsOf(number).includes(agency)).length;
      await expectNothingLostNothingTwice(axis, {
        sent: STORY_DOCUMENTS,
        received: load.deliveriesOf(1, STORY_DOCUMENTS),
        inboxes: { [province]: inboxOf(PROVINCE), [ministry]: inboxOf(MINISTRY) },
      });
    },
    20 * 60_000,
  );
});
