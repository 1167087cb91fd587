import { randomUUID } from 'node:crypto';
import { AmqpBroker, inboxOf, type IncomingMessage, SUBMIT } from '#broker';
import { type AxisErrorCode, isAxisError } from '#core';
import { writeDocument } from '#edxml';
import { HubClient, noticeSchema, type NoticeResult, ProblemError, readMessage } from '#wire';
import { StoryAxis } from '../support/axis.js';
import { eventually } from '../support/eventually.js';
import { sampleDocument, type SampleWishes } from '../support/sample-document.js';
import { uniqueSystem } from '../support/servers.js';

const SENDER = '000.00.00.G22';
const text = (wishes: SampleWishes = {}): string =>
  writeDocument(sampleDocument({ number: nextNumber(), ...wishes })).toString('utf8');
const replaced = (what: string | RegExp, by: string, wishes: SampleWishes = {}): string =>
  text(wishes).replace(what, by);

let number = 100;
function nextNumber(): string {
  number += 1;
  return String(number);
}

/** Every kind of bad input, with the code it is refused with. */
const BAD: readonly [string, () => string | Buffer, AxisErrorCode][] = [
  ['that is not XML', () => 'Kính gửi: Văn phòng Chính phủ', 'EDXML_NOT_XML'],
  ['that is empty', () => '', 'EDXML_NOT_XML'],
  ['with another root', () => replaced(/edXML>/g, 'other>').replace('<edXML ', '<other '), 'EDXML_WRONG_ROOT'],
  ['in another namespace', () => replaced(/QCVN_102_2016/g, 'QCVN_102_1999'), 'EDXML_WRONG_NAMESPACE'],
  ['that is cut off', () => text().slice(0, 2_000), 'EDXML_TRUNCATED'],
  [
    'nested 50 deep',
    () => replaced('<edXML:Subject>', `<edXML:Subject>${'<a>'.repeat(50)}${'</a>'.repeat(50)}`),
    'EDXML_TOO_DEEP',
  ],
  ['with entities', () => replaced('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'), 'EDXML_DOCTYPE'],
  ['in another encoding', () => replaced('encoding="UTF-8"', 'encoding="UTF-16"'), 'EDXML_ENCODING'],
  [
    'with bytes that are not UTF-8',
    () => Buffer.from(text().replace('<edXML:Subject>', '<edXML:Subject>\u00ff'), 'latin1'),
    'EDXML_ENCODING',
  ],
  ['without a subject', () => replaced(/<edXML:Subject>.*<\/edXML:Subject>/, ''), 'EDXML_INVALID'],
  ['with a subject of 501 characters', () => text({ subject: 'x'.repeat(501) }), 'EDXML_INVALID'],
  ['of 30 February', () => text({ promulgatedOn: '2020-02-30' }), 'EDXML_INVALID'],
  ['of tomorrow', () => text({ promulgatedOn: '2999-01-01' }), 'EDXML_INVALID'],
  ['to nobody the axis knows', () => text({ to: ['000.00.00.H99'] }), 'RECIPIENTS_NONE_KNOWN'],
  ['from an unknown agency', () => text({ from: '000.00.00.G99' }), 'SENDER_UNKNOWN'],
  ['from another system’s agency', () => text({ from: '000.00.00.H53' }), 'SENDER_FOREIGN'],
  ['to the same agency twice', () => text({ to: ['000.00.00.H53', 'H53'] }), 'RECIPIENT_DUPLICATE'],
  ['marked secret', () => text({ subject: 'V/v tài liệu TỐI MẬT của cơ quan' }), 'SECRET_MARKING'],
  [
    'with an attachment that does not decode',
    () => replaced(/(<edXML:ContentTransferEncoded[^>]*>)[^<]*/, '$1%%%%'),
    'ATTACHMENT_UNDECODABLE',
  ],
  [
    'that recalls another',
    () => replaced('<edXML:BussinessDocType>0', '<edXML:BussinessDocType>1'),
    'BUSINESS_TYPE_NOT_YET',
  ],
  [
    'that updates another',
    () => replaced('<edXML:BussinessDocType>0', '<edXML:BussinessDocType>2'),
    'BUSINESS_TYPE_NOT_YET',
  ],
];

describe('a document', () => {
  let axis: StoryAxis;
  let http: HubClient;
  let broker: AmqpBroker;
  let system: string;
  const notices: NoticeResult[] = [];

  beforeAll(async () => {
    axis = await StoryAxis.open('SQLite');
    system = uniqueSystem('g22');
    const { secret, amqpUrl } = await axis.enrol(system, [SENDER]);
    await axis.enrol(uniqueSystem('h53'), ['000.00.00.H53']);
    http = new HubClient({ url: axis.hubUrl, credentials: { system, secret } });
    broker = await AmqpBroker.open({ url: amqpUrl, userId: system });
    await broker.consume(inboxOf(system), { size: 10, withinMs: 1, bytes: 1e6, inFlight: 1 }, collect);
  }, 60_000);
  afterAll(async () => {
    await broker.close();
    await axis.close();
  });

  function collect(messages: readonly IncomingMessage[]): Promise<'done'[]> {
    for (const { body } of messages) notices.push(...readMessage(noticeSchema, body).results);
    return Promise.resolve(messages.map(() => 'done'));
  }

  async function refusalOverHttp(edxml: string | Buffer, key: string = randomUUID()): Promise<string> {
    try {
      await http.submit(Buffer.from(edxml as string), { key });
      return 'accepted';
    } catch (error) {
      if (error instanceof ProblemError) return error.problem.code;
      throw error;
    }
  }

  it.each(BAD)('%s is refused over HTTP, and recorded', async (_, make, code) => {
    const key = randomUUID();
    expect(await refusalOverHttp(make(), key)).toBe(code);
    expect((await http.refusals()).items[0]).toMatchObject({ submissionKey: key, code });
  });

  it.each(BAD)('%s is refused over the broker, answered to its sender, and recorded', async (_, make, code) => {
    const messageId = randomUUID();
    await broker.publish({
      exchange: SUBMIT,
      key: 'edoc',
      type: 'edoc',
      messageId,
      body: Buffer.from(make() as string),
    });
    const notice = await eventually(() => notices.find(({ key }) => key === messageId) ?? false);
    expect(notice).toMatchObject({ outcome: 'refused', code });
    expect((await axis.hub.refusals()).items[0]).toMatchObject({ submissionKey: messageId, code, system });
  });

  it('names all its faults at once', async () => {
    const bad = replaced(/<edXML:Subject>.*<\/edXML:Subject>/, '').replace(
      /<edXML:Priority>.*<\/edXML:Priority>/,
      '<edXML:Priority>9</edXML:Priority>',
    );
    const error = await http.submit(Buffer.from(bad), { key: randomUUID() }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProblemError);
    const paths = (error as ProblemError).problem.problems?.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['N.MessageHeader.Subject', 'M.MessageHeader.OtherInfo.Priority']));
  });

  it('reaches the recipients that are known when others are not', async () => {
    const answer = await http.submit(Buffer.from(text({ to: ['000.00.00.H53', '000.00.00.H99'] })), {
      key: randomUUID(),
    });
    expect(answer.recipients).toMatchObject([
      { code: '000.00.00.H53', outcome: 'accepted' },
      { code: '000.00.00.H99', outcome: 'failed', error: { code: 'RECIPIENT_UNKNOWN' } },
    ]);
    const ledger = await axis.hub.ledger();
    expect(ledger.addsUp).toBe(true);
    expect(ledger.failed).toBeGreaterThan(0);
  });

  it('handed in again gets the first answer again, and is counted once', async () => {
    const edxml = Buffer.from(text());
    const before = (await axis.hub.totals()).sent;
    const first = await http.submit(edxml, { key: 'one' });
    expect(await http.submit(edxml, { key: 'one' })).toEqual({ ...first, repeated: true });
    expect(await http.submit(edxml, { key: 'two' })).toEqual({ ...first, repeated: true });
    expect((await axis.hub.totals()).sent).toBe(before + 1);
  });

  it('with the identity of another is refused, naming the first', async () => {
    const same = { number: nextNumber() };
    const first = await http.submit(Buffer.from(text(same)), { key: randomUUID() });
    const error = await http
      .submit(Buffer.from(text({ ...same, subject: 'V/v khác' })), { key: randomUUID() })
      .catch((reason: unknown) => reason);
    expect((error as ProblemError).problem.code).toBe('DOCUMENT_IDENTITY_TAKEN');
    expect((error as ProblemError).problem.detail).toContain(first.documentId);
  });

  it('under a key that another document has is refused with 409', async () => {
    const key = randomUUID();
    await http.submit(Buffer.from(text()), { key });
    expect(await refusalOverHttp(text(), key)).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('of 60 MB in one request, or inside a message, is refused; nothing is kept of it', async () => {
    const huge = Buffer.alloc(60 * 1024 * 1024, 'x');
    expect(await refusalOverHttp(huge)).toBe('BODY_TOO_LARGE');
    const error: unknown = await broker
      .publish({ exchange: SUBMIT, key: 'edoc', type: 'edoc', messageId: randomUUID(), body: huge })
      .catch((reason: unknown) => reason);
    expect(isAxisError(error, 'BODY_INLINE_TOO_LARGE')).toBe(true);
  });

  it('tried out with dryRun gets the answer, and leaves nothing', async () => {
    const edxml = Buffer.from(text({ to: ['000.00.00.H53', '000.00.00.G14'] }));
    const before = await axis.hub.totals();
    const answer = await http.submit(edxml, { key: randomUUID(), dryRun: true });
    expect(answer.documentId).toBeUndefined();
    expect(answer.recipients).toMatchObject([{ outcome: 'accepted' }, { outcome: 'waiting' }]);
    expect((await axis.hub.totals()).sent).toBe(before.sent);
  });
});
