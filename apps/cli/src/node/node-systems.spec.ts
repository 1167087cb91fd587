import { HubClient } from '#wire';
import { CommandLine } from '../../../../test/support/command-line.js';
import { NodeSystems } from './node-systems.js';

const ADDRESSES = { url: 'http://{name}:8101', token: 'the-token-of-all-nodes' };

describe('NodeSystems', () => {
  let line: CommandLine;
  let systems: NodeSystems;

  beforeEach(async () => {
    line = await CommandLine.open();
    const items = [
      { name: 'h53', codes: ['000.00.00.H53'], poll: false },
      { name: 'hue', codes: ['000.00.00.H30'], poll: true },
    ];
    line.answers['GET /api/v1/systems'] = { body: { items } };
    const hub = new HubClient({ url: line.url, credentials: { token: 'the-operators-token' } });
    systems = new NodeSystems(ADDRESSES, () => Promise.resolve(hub));
  });
  afterEach(() => line.close());

  it('are those that the hub knows and that have an interface, each under its name', async () => {
    const h53 = { name: 'h53', codes: ['000.00.00.H53'], url: 'http://h53:8101', port: 8101, token: ADDRESSES.token };
    expect(await systems.all()).toEqual([h53]);
    expect(await systems.speakingFor('000.21.31.H53')).toEqual(h53);
  });

  it('that are not there are told with those that are', async () => {
    await expect(systems.get('hue')).rejects.toMatchObject({ remedy: { en: 'Systems there are: h53.' } });
  });
});
