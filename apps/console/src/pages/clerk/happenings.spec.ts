import { type Incoming, type Outgoing } from '#wire';
import { happeningsOf } from './happenings.js';

const at = (minute: number): string => `2020-02-04T09:0${minute}:00+07:00`;
const report = { recipient: 'H53', reason: '', state: 'accepted' };

it('what was heard and what was said of a document that came stand in the order they happened', () => {
  const document = {
    history: [{ code: '13', recipient: 'H53', reportedAt: at(2), reason: 'Gửi nhầm', by: 'Lê Văn C' }],
    reports: [
      { ...report, code: '16', reportedAt: at(3), reason: 'Đã xử lý' },
      { ...report, code: '03', reportedAt: at(1) },
    ],
  } as unknown as Incoming;
  const happenings = happeningsOf(document);
  expect(happenings.map(({ code, reason, by }) => [code, reason, by])).toEqual([
    ['03', undefined, undefined],
    ['13', 'Gửi nhầm', 'Lê Văn C'],
    ['16', 'Đã xử lý', undefined],
  ]);
  expect(happenings.map(({ sent }) => sent?.state)).toEqual(['accepted', undefined, 'accepted']);
});

it('of a document that was sent each recipient’s history is told with whose it is', () => {
  const document = {
    key: 'k',
    recipients: [
      { code: 'H53', history: [{ code: '06', reportedAt: at(4) }] },
      { code: 'G22', history: [{ code: '01', reportedAt: at(1) }] },
    ],
  } as unknown as Outgoing;
  expect(happeningsOf(document).map(({ code, recipient }) => `${recipient} ${code}`)).toEqual(['G22 01', 'H53 06']);
});
