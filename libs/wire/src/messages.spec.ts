import {
  arrivalsSchema,
  MalformedMessage,
  noticeSchema,
  readMessage,
  receiptsSchema,
  writeMessage,
} from './messages.js';

const DOCUMENT = '0199a7a0-0000-7000-8000-000000000001';
const RECEIPTS = {
  receipts: [{ documentId: DOCUMENT, recipients: ['000.00.04.H53'], at: '2026-01-02T10:00:00.000Z' }],
};

describe('messages', () => {
  it('come back as they were written', () => {
    expect(readMessage(receiptsSchema, writeMessage(RECEIPTS))).toEqual(RECEIPTS);
    const arrivals = { arrivals: RECEIPTS.receipts };
    expect(readMessage(arrivalsSchema, writeMessage(arrivals))).toEqual(arrivals);
    const refused = {
      key: 'k',
      kind: 'edoc' as const,
      outcome: 'refused' as const,
      code: 'SENDER_FOREIGN',
      detail: 'Không thuộc hệ thống',
    };
    expect(readMessage(noticeSchema, writeMessage({ results: [refused] }))).toEqual({ results: [refused] });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<receipts/>'],
    ['another message', '{"results":[]}'],
    ['an empty list', '{"receipts":[]}'],
    ['no recipient', JSON.stringify({ receipts: [{ ...RECEIPTS.receipts[0], recipients: [] }] })],
    ['an id that is none', JSON.stringify({ receipts: [{ ...RECEIPTS.receipts[0], documentId: '7' }] })],
    ['a time without offset', JSON.stringify({ receipts: [{ ...RECEIPTS.receipts[0], at: '2026-01-02T10:00:00' }] })],
  ])('with %s are malformed, with a reason', (_, text) => {
    expect(() => readMessage(receiptsSchema, Buffer.from(text))).toThrow(MalformedMessage);
  });

  it('with bytes that are not UTF-8 are malformed, not a crash', () => {
    expect(() => readMessage(receiptsSchema, Uint8Array.of(0xff, 0xfe, 0x00))).toThrow(MalformedMessage);
  });
});
