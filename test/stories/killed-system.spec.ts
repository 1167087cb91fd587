import { StoryAxis } from '../support/axis.js';
import { uniqueSystem } from '../support/servers.js';
import { LoadingSystem, STORY_DOCUMENTS } from './load.js';
import { expectNothingLostNothingTwice } from './reckoning.js';

const SENDER = '000.00.00.G22';
const PROVINCE = '000.00.00.H53';

describe('a receiving system that is killed', () => {
  let axis: StoryAxis;

  beforeAll(async () => {
    axis = await StoryAxis.open('SQLite');
  }, 60_000);
  afterAll(() => axis.close());

  it(
    'before and after it acknowledges has everything once',
    async () => {
      const province = uniqueSystem('h53');
      const system = await axis.addSystem(province, [PROVINCE]);
      const sender = uniqueSystem('g22');
      const { amqpUrl } = await axis.enrol(sender, [SENDER]);
      const load = await LoadingSystem.open(amqpUrl, sender, { sender: SENDER, recipients: [PROVINCE] });
      await system.program.stop();
      const sending = load.send(1, STORY_DOCUMENTS);

      for (const point of ['agency-before-ack', 'agency-after-ack']) {
        expect(await axis.restartToDie(system, `${point}:1`)).toBe('SIGKILL');
      }
      await axis.restart(system);

      await sending;
      await load.close();
      await expectNothingLostNothingTwice(axis, {
        sent: STORY_DOCUMENTS,
        received: STORY_DOCUMENTS,
        inboxes: { [province]: STORY_DOCUMENTS },
      });
    },
    10 * 60_000,
  );
});
