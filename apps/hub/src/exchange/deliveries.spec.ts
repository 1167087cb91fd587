import { HEADER } from '#wire';
import { type DispatchItem } from '#store';
import { deliveryMessages } from './deliveries.js';

const item = (systems: DispatchItem['systems']): DispatchItem => ({
  documentId: '0193',
  identity: '000.00.00.G22.2020.0123/VPCP-KSTT',
  sender: '000.00.00.G22',
  urgent: false,
  leaseUntil: 0,
  acceptedAt: 0,
  body: { sha256: 'aa', size: 2, content: Buffer.from('x') },
  systems,
});
const codes = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `000.${10 + (index % 90)}.${10 + Math.floor(index / 90)}.H01`);
const sharesOf = (message: ReturnType<typeof deliveryMessages>[number]): Record<string, string[]> =>
  JSON.parse(String(message.headers?.[HEADER.for])) as Record<string, string[]>;

describe('a document as messages to inboxes', () => {
  it('is one message for all its systems, further ones in BCC', () => {
    const [message, ...others] = deliveryMessages(
      item([
        { system: 'h53', recipients: ['a'] },
        { system: 'g14', recipients: ['b', 'c'] },
      ]),
    );
    expect(others).toEqual([]);
    expect(message).toMatchObject({ key: 'h53', bcc: ['g14'], messageId: '0193' });
    expect(message && sharesOf(message)).toEqual({ h53: ['a'], g14: ['b', 'c'] });
  });

  it('says when an earlier copy may have arrived', () => {
    const shares = item([{ system: 'h53', recipients: ['a'] }]);
    const flags = [deliveryMessages(shares), deliveryMessages(shares, true)].map(
      ([one]) => one?.headers?.[HEADER.again],
    );
    expect(flags).toEqual([undefined, true]);
  });

  it('takes the urgent lane when it is urgent', () => {
    const messages = deliveryMessages({ ...item([{ system: 'h53', recipients: ['a'] }]), urgent: true });
    expect(messages.map(({ key }) => key)).toEqual(['h53.urgent']);
  });

  it('names each of 5,000 recipients once, in headers of at most 32 KB', () => {
    const all = codes(5_000);
    const messages = deliveryMessages(
      item([
        { system: 'h01', recipients: all.slice(0, 4_000) },
        { system: 'h02', recipients: all.slice(4_000) },
      ]),
    );
    expect(messages.length).toBeGreaterThan(1);
    for (const message of messages) expect(String(message.headers?.[HEADER.for]).length).toBeLessThanOrEqual(33 * 1024);
    expect(messages.flatMap((message) => Object.values(sharesOf(message)).flat())).toEqual(all);
  });

  it('is no message at all when nobody waits', () => {
    expect(deliveryMessages(item([]))).toEqual([]);
  });

  it('carries the digest in place of a body that the object store has', () => {
    const [message] = deliveryMessages({
      ...item([{ system: 'h53', recipients: ['a'] }]),
      body: { sha256: 'aa', size: 9 },
    });
    expect(message).toMatchObject({ headers: { [HEADER.body]: 'aa', [HEADER.bodySize]: 9 } });
    expect(message?.body.byteLength).toBe(0);
  });
});
