import { CommandLine } from '../../../../test/support/command-line.js';

const FIRST = {
  documentId: '0192e4a0-0000-7000-8000-000000000001',
  identity: '000.00.00.G22.2020.0123/VPCP-KSTT',
  sender: '000.00.00.G22',
  senderName: 'Văn phòng Chính phủ',
  subject: 'Về việc gửi, nhận văn bản điện tử',
  typeName: 'Công văn',
  priority: 3,
  acceptedAt: '2020-03-12T10:00:00+07:00',
  deliveryStates: { received: 2, waiting: 1 },
};
const SECOND = { ...FIRST, documentId: '0192e4a0-0000-7000-8000-000000000002', subject: 'Báo cáo tuần', priority: 0 };
const LIST = 'GET /api/v1/documents';

describe('truc documents', () => {
  let line: CommandLine;
  beforeEach(async () => {
    line = await CommandLine.open();
  });
  afterEach(() => line.close());

  it('lists the newest with what became of their deliveries, and says how to see more', async () => {
    line.answers[`${LIST}?limit=50`] = { body: { items: [FIRST, SECOND], next: 'the-next' } };
    const { code, out } = await line.truc('documents');
    expect(code).toBe(0);
    expect(out).toMatch(/0123\/VPCP-KSTT .*Văn phòng Chính phủ .*gửi, nhận văn bản điện tử .*Hỏa tốc .*2 received/);
    expect(out).toMatch(/Báo cáo tuần .*Thường/);
    expect(out).toContain('Còn nữa: thêm --cursor the-next, hoặc --all.');
  });

  it('asks the hub by every filter, days being those of Hanoi and included', async () => {
    const period = ['--from', '2020-03-12', '--to', '2020-03-12'];
    const agencies = ['--sender', '000.00.00.G22', '--recipient', '000.00.00.H53'];
    const standing = ['--state', 'waiting', '--status', '03', '--type', 'Công văn', '--urgent'];
    const words = ['--q', 'báo', '--identity', '0123', '--limit', '7', '--cursor', 'c'];
    await line.truc('documents', ...words, ...period, ...agencies, ...standing);
    expect(Object.fromEntries(new URL(line.asked[0]?.call.split(' ', 2)[1] ?? '', line.url).searchParams)).toEqual({
      ...{ q: 'báo', identity: '0123', limit: '7', cursor: 'c' },
      ...{ from: '2020-03-11T17:00:00.000Z', to: '2020-03-12T17:00:00.000Z' },
      ...{ sender: '000.00.00.G22', recipient: '000.00.00.H53' },
      ...{ state: 'waiting', status: '03', type: 'Công văn', urgent: 'true' },
    });
  });

  it('asks for ordinary ones with --no-urgent, and for neither without a word', async () => {
    await line.truc('documents', '--no-urgent');
    await line.truc('documents');
    expect(line.asked.map(({ call }) => call)).toEqual([`${LIST}?limit=50&urgent=false`, `${LIST}?limit=50`]);
  });

  it('follows the cursor through every page with --all', async () => {
    line.answers[`${LIST}?limit=500`] = { body: { items: [FIRST], next: 'the-next' } };
    line.answers[`${LIST}?limit=500&cursor=the-next`] = { body: { items: [SECOND] } };
    const { code, out } = await line.truc('documents', '--all', '--json');
    expect({ code, page: JSON.parse(out) as unknown }).toEqual({ code: 0, page: { items: [FIRST, SECOND] } });
  });

  it('gives machines the page with its cursor', async () => {
    const page = { items: [FIRST], next: 'the-next' };
    line.answers[`${LIST}?limit=1`] = { body: page };
    expect(JSON.parse((await line.truc('documents', '--limit', '1', '--json')).out)).toEqual(page);
  });

  it('says that nothing was found', async () => {
    line.answers[`${LIST}?limit=50`] = { body: { items: [] } };
    expect((await line.truc('documents', '--lang', 'en')).out).toBe('No documents.\n');
  });

  it.each([['--state lost'], ['--status 99'], ['--limit 501'], ['--from tomorrow'], ['--all --limit 3']])(
    'refuses %s as wrong use',
    async (options) => {
      expect(await line.truc('documents', ...options.split(' '))).toMatchObject({ code: 2, out: '' });
      expect(line.asked).toEqual([]);
    },
  );
});
