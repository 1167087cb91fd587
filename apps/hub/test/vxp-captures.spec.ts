import { parseVxpTimestamp } from '#wire';
import { Clock } from '../src/clock.js';
import { type Capture, captures, mailboxSystem, VxpFixture } from './vxp-fixture.js';

const SYSTEM = 'vxp.test.01';
const PLANTED = '5bebcfeff858e3e0cc154762';
const OK = { status: 'OK', ErrorCode: '0', ErrorDesc: 'Thanh cong' };
const text = expect.any(String) as string;

/** The hub's clock, at the moment a capture was made. */
class ClockOfTheCaptures extends Clock {
  override now(): number {
    return parseVxpTimestamp('21112026T210000+0000') ?? 0;
  }
}

describe.each(['SQLite', 'PostgreSQL'] as const)('every captured request of the official client, on %s', (database) => {
  const all = captures();
  let hub: VxpFixture;
  let sentId: string;

  beforeAll(async () => {
    hub = await VxpFixture.open(database, new ClockOfTheCaptures(), (store) =>
      store.registry.addSystem(
        mailboxSystem({ systemId: SYSTEM, secret: 's3cret' }, ['000.00.00.G22', '000.00.00.H53']),
      ),
    );
  }, 90_000);
  afterAll(() => hub.close());

  const capture = (name: string): Capture => {
    const found = all.find((each) => each.name === name);
    if (found === undefined) throw new Error(name);
    return found;
  };
  const replayed = async (name: string): Promise<Readonly<Record<string, unknown>>> => {
    const { http, json, text: body } = await hub.replay(capture(name));
    expect({ http, json }).toMatchObject({ http: 200, json: OK });
    // The client cannot read null.
    expect(body).not.toMatch(/:null[,}]/);
    return json;
  };

  it('01 lists the agencies', async () => {
    const { data } = await replayed('01-getAgenciesList');
    expect(data).toContainEqual({
      ...{ id: '000.00.00.H53', pid: '', code: '000.00.00.H53' },
      ...{ name: 'Ủy ban nhân dân tỉnh Tây Ninh', mail: '', oldCode: 'H53' },
    });
  });

  it('02 lists those of one level in the new codes', async () => {
    const { data } = await replayed('02-getAgenciesListQD20');
    expect(data).toContainEqual({ id: '000.00.00.G22', code: 'G22', name: text, mail: '', code102: '000.00.00.G22' });
    expect(JSON.stringify(data)).not.toContain('H53');
  });

  it('04 registers an agency, and 03 shows it with all others', async () => {
    await replayed('04-registerAgency');
    const { data } = await replayed('03-getSynchronizeUnit');
    expect(data).toContainEqual({
      ...{ id: '000.00.31.H53', pid: '000.00.00.H53', code: '000.00.31.H53', name: 'UBND huyện Bến Cầu' },
      ...{ mail: 'vanthu@h53.example.vn', version: expect.any(Number) as number, centerCode: SYSTEM, deleted: false },
      ...{ modifyDate: expect.stringMatching(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d$/) as string, isAgency: true },
    });
  });

  it('06 sends a document, and 07, the same with its recipients named, has the same number', async () => {
    const { DocId } = await replayed('06-sendEdoc');
    sentId = String(DocId);
    expect(sentId).not.toBe('');
    expect(await replayed('07-sendEdoc')).toEqual({ ...OK, DocId });
    const totals = await hub.store.statistics.totals('2000-01-01', '2100-01-01');
    expect([totals.sent, totals.received]).toEqual([1, 0]);
  });

  it('08 reports a status, which passes on to the issuer', async () => {
    expect(await replayed('08-sendEdoc')).toEqual({ ...OK, DocId: text });
    const statuses = await hub.store.mailboxes.open(SYSTEM, { kind: 'status', limit: 9 });
    expect(statuses).toMatchObject([{ from: '000.00.31.H53', to: '000.00.00.G22', documentId: sentId }]);
  });

  it('09 lists what waits, the planted one too, and listing it takes nothing away; 10 lists the statuses', async () => {
    const { from, to } = { from: '000.00.00.G22', to: '000.00.31.H53' };
    const letter = { system: SYSTEM, kind: 'edoc', documentId: sentId, recipient: to, from, to } as const;
    await hub.store.mailboxes.put([{ docId: PLANTED, ...letter }], Date.now());
    const time = expect.stringMatching(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d$/) as string;
    const line = { serviceType: 'eDoc', messageType: 'edoc', created_time: time, updated_time: time, from, to };
    const { data } = await replayed('09-getReceivedEdocList');
    expect(data).toContainEqual({ docId: PLANTED, ...line, status: 'initial', status_desc: text });
    expect((await replayed('09-getReceivedEdocList'))['data']).toEqual(data);
    const statuses = await replayed('10-getReceivedEdocList');
    expect(statuses['data']).toMatchObject([{ messageType: 'status', from: to, to: from }]);
  });

  it('11 and 12 list what was sent; a docId left over from another call narrows nothing', async () => {
    const { data } = await replayed('11-getSentEdocList');
    expect(data).toHaveLength(2);
    expect(data).toContainEqual({
      ...{ serviceType: 'eDoc', messageType: 'edoc', senderDocId: sentId, receiverDocId: text },
      ...{ fromCode: '000.00.00.G22', toCode: '000.00.31.H53', title: text, notation: '0123/VPCP-KSTT' },
      ...{ sentTime: text, receivedTime: text, sendStatus: 'done', sendStatusDesc: text },
      ...{ receiveStatus: '03', receiveStatusDesc: 'Đã tiếp nhận' },
    });
    expect((await replayed('12-getSentEdocList'))['data']).toEqual(data);
  });

  it('13 gets the document as base64 and 14 as bytes, as it was sent', async () => {
    const { data } = await replayed('13-getEdoc');
    const file = capture('06-sendEdoc').body.subarray(0, -2);
    expect(Buffer.from(String(data), 'base64').equals(file)).toBe(true);
    const downloaded = await hub.replay(capture('14-downloadEdoc'));
    expect(downloaded).toMatchObject({ http: 200, text: file.toString('utf8') });
  });

  it('17 and 18 count what the lists show', async () => {
    const [documents, statuses] = [await replayed('17-countReceiveEdoc'), await replayed('18-countReceiveStatus')];
    const { data } = await replayed('09-getReceivedEdocList');
    expect([documents['count'], statuses['count']]).toEqual([(data as unknown[]).length, 1]);
  });

  it('16 notes a failure, 15 says it is done: counted once, no longer listed', async () => {
    await replayed('16-updateStatus');
    const { data } = await replayed('09-getReceivedEdocList');
    expect((data as { docId: string; status: string }[]).at(-1)).toMatchObject({ docId: PLANTED, status: 'fail' });
    await replayed('15-updateStatus');
    await replayed('15-updateStatus');
    expect(JSON.stringify(await replayed('09-getReceivedEdocList'))).not.toContain(PLANTED);
    const totals = await hub.store.statistics.totals('2000-01-01', '2100-01-01');
    expect([totals.sent, totals.received]).toEqual([1, 1]);
  });

  it('05 deletes the agency', async () => {
    await replayed('05-deleteAgency');
    const { data } = await replayed('03-getSynchronizeUnit');
    expect(data).toContainEqual(expect.objectContaining({ code: '000.00.31.H53', deleted: true, centerCode: SYSTEM }));
    const listed = (await replayed('01-getAgenciesList'))['data'] as { code: string }[];
    expect(listed.map(({ code }) => code)).not.toContain('000.00.31.H53');
  });
});
