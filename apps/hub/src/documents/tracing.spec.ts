import { type Trace } from '#wire';
import { eventually } from '../../../../test/support/eventually.js';
import { G22, H53, HubFixture } from '../../test/hub-fixture.js';

const UNSERVED = '000.00.00.G14';

describe('The way of a document in words', () => {
  let axis: HubFixture;
  let documentId: string;

  beforeAll(async () => {
    axis = await HubFixture.start();
    const { body } = await axis.post('samples', { from: G22, to: [H53, UNSERVED], subject: 'V/v gửi thử' });
    documentId = body.documentId ?? '';
    await eventually(() => axis.received['h53']?.some(({ messageId }) => messageId === documentId) === true);
  });
  afterAll(() => axis.close());

  const told = async (headers: Record<string, string>): Promise<string> => {
    const { body } = await axis.call<Trace>(`documents/${documentId}/trace`, { headers });
    return body.lines.map(({ text }) => text).join('\n');
  };

  it('is told in Vietnamese', async () => {
    const text = await told({});
    expect(text).toMatch(/^Trục nhận văn bản .* từ hệ thống g22, 2 nơi nhận\./);
    expect(text).toContain('Hệ thống h53 đang kết nối');
    expect(text).toContain('Chưa có hệ thống nào nhận cho cơ quan này');
  });

  it('is told in English to who asks for it', async () => {
    const text = await told({ 'accept-language': 'en' });
    expect(text).toMatch(/^The hub accepted the document .* from the system g22, 2 recipients\./);
    expect(text).toContain('Every delivery lies safely in the inbox of its system.');
    expect(text).toContain('The system h53 is connected');
    expect(text).toContain('No system receives for this agency yet');
  });
});
