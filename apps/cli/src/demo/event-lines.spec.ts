import { eventLine } from './event-lines.js';

const AT = '2026-11-22T05:59:15+07:00';
const DOCUMENT = { identity: '000.00.00.G22.2026.01/VPCP', from: '000.00.00.G22', fromName: 'Văn phòng Chính phủ' };
const RECIPIENT = { recipient: '000.00.31.H53', recipientName: 'UBND huyện Bến Cầu' };

describe('eventLine', () => {
  it('tells who sent what to whom', () => {
    const event = {
      at: AT,
      kind: 'accepted',
      ...DOCUMENT,
      subject: 'Về việc',
      recipients: ['000.00.00.G14', '000.00.00.H53'],
    };
    expect(eventLine(event).vi).toBe(
      '05:59:15 ▶ Văn phòng Chính phủ (000.00.00.G22) gửi 000.00.00.G22.2026.01/VPCP "Về việc"\n         tới 000.00.00.G14, 000.00.00.H53',
    );
  });

  it('tells which status came back from whom; an arrival is status 01', () => {
    expect(eventLine({ at: AT, kind: 'arrived', ...DOCUMENT, ...RECIPIENT }).vi).toMatch(
      /01 Đã đến .*◀ UBND huyện Bến Cầu \(000\.00\.31\.H53\)/,
    );
    const status = { at: AT, kind: 'status', ...DOCUMENT, ...RECIPIENT, reason: 'vì' };
    expect(eventLine({ ...status, code: '03' }).vi).not.toContain('vì');
    expect(eventLine({ ...status, code: '02' }).vi).toContain('02 Từ chối tiếp nhận ◀');
    expect(eventLine({ ...status, code: '02' }).vi).toContain('"vì"');
  });

  it('survives events it does not know', () => {
    expect(eventLine({ at: AT, kind: 'withdrawn' }).en).toContain('withdrawn');
    expect(eventLine({ at: AT, kind: 'refused', code: 'SENDER_FOREIGN', detail: 'không' }).en).toContain(
      'SENDER_FOREIGN không',
    );
  });
});
