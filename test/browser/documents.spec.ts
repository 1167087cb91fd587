import { type Page } from 'playwright-core';
import { type StorySystem } from '../support/axis.js';
import { ConsolePages, describePages, LOOKS, nameOf, screenshot, unsound } from '../support/console-pages.js';
import { eventually } from '../support/eventually.js';
import { uniqueSystem } from '../support/servers.js';

const OFFICE = { OFFICE: 'on', OFFICE_DELAYS_MS: '03:50,04:50,05:50,06:50' };
const [GOVERNMENT, PROVINCE, MINISTRY] = ['000.00.00.G22', '000.00.00.H53', '000.00.00.G14'] as const;
const NASTY = `V/v "khẩn" <script>alert(1)</script> ${'báo cáo '.repeat(60)}`.slice(0, 500).trim();

describePages('documents', () => {
  let pages: ConsolePages;
  let page: Page;
  let government: StorySystem;

  beforeAll(async () => {
    pages = await ConsolePages.open();
    government = await pages.axis.addSystem(uniqueSystem('g22'), [GOVERNMENT]);
    await pages.axis.addSystem(uniqueSystem('h53'), [PROVINCE], { env: OFFICE });
    page = await pages.visitAs('viewer', '/documents');
  }, 180_000);
  afterAll(() => pages.close());
  afterEach(() => expect(pages.complaints).toEqual([]));

  const rows = (): Promise<number> => page.locator('tbody tr').count();
  const send = (subject: string, to: string[] = [PROVINCE]): Promise<unknown> =>
    government.http.send({ from: GOVERNMENT, to, subject, files: [{ name: 'a "b".txt', base64: 'Y2hhbw==' }] });

  it('say on an empty axis what to do first', async () => {
    await page.getByText('Trục chưa có văn bản nào.').waitFor();
  });

  it('go page by page, and back', async () => {
    for (let number = 1; number <= 30; number += 1) await send(`V/v số thứ tự ${number}`);
    await eventually(async () => (await pages.axis.hub.documents({ limit: 100 })).items.length === 30);
    await page.getByRole('button', { name: 'Làm mới' }).click();
    await eventually(async () => (await rows()) === 25);
    const first = await page.locator('tbody').innerText();
    await page.getByRole('button', { name: 'Trang sau' }).click();
    await eventually(async () => (await rows()) === 5);
    expect(new URL(page.url()).searchParams.get('cursor')).not.toBeNull();
    await page.getByRole('button', { name: 'Trang trước' }).click();
    await eventually(async () => (await page.locator('tbody').innerText()) === first);
  });

  it('are filtered by the address, which a reload keeps', async () => {
    await send('V/v chờ đơn vị chưa kết nối', [MINISTRY]);
    await eventually(async () => (await pages.axis.hub.documents({ limit: 100 })).items.length === 31);
    await page.getByLabel('Có bản gửi').selectOption('waiting');
    await page.getByText('V/v chờ đơn vị chưa kết nối').waitFor();
    expect(new URL(page.url()).search).toBe('?state=waiting');
    await page.reload();
    await page.getByText('V/v chờ đơn vị chưa kết nối').waitFor();
    expect(await rows()).toBe(1);
    await page.getByRole('button', { name: 'Xóa lọc', exact: true }).click();
    await eventually(async () => (await rows()) === 25);
    expect(new URL(page.url()).search).toBe('');
  });

  it('are found by the sender, chosen without diacritics', async () => {
    await page.getByRole('combobox', { name: 'Nơi gửi' }).fill('van phong chinh phu');
    await page.getByRole('option', { name: new RegExp(GOVERNMENT) }).click();
    await eventually(() => new URL(page.url()).searchParams.get('sender') === GOVERNMENT);
    await page.getByRole('button', { name: 'Xóa lọc', exact: true }).click();
  });

  it('say so when nothing matches', async () => {
    await page.getByLabel('Mã định danh có').fill('NOSUCH');
    await page.getByText('Không có văn bản nào khớp với bộ lọc.').waitFor();
    await page.getByRole('button', { name: 'Xóa lọc', exact: true }).click();
  });

  it('show a subject of strangers as text, and the timeline as it goes on', async () => {
    await send(NASTY);
    await eventually(async () => {
      await page.getByRole('button', { name: 'Làm mới' }).click();
      return (await page.locator('tbody tr').first().innerText()).includes('<script>alert(1)</script>');
    });
    await page.locator('tbody tr a').first().click();
    await page.getByText('Nơi nhận (1)').waitFor();
    await page.getByText('Hoàn thành (06)').waitFor({ timeout: 30_000 });
    const steps = await page.locator('ol').first().innerText();
    for (const step of ['nhận văn bản từ hệ thống', 'phát vào hộp thư', '(01)', '(03)', '(06)']) {
      expect(steps).toContain(step);
    }
  });

  it('show the file, formatted', async () => {
    await page.getByRole('button', { name: 'Xem edXML' }).click();
    await page.locator('pre').waitFor();
    expect(await page.locator('pre').innerText()).toMatch(/\n +<edXML:Subject>/);
  });

  it.each(LOOKS)('are sound at $size.width in $language, $scheme', async (look) => {
    const other = await pages.visitAs('operator', '/documents', look);
    await other.locator('tbody tr a').first().waitFor();
    expect(await unsound(other)).toEqual([]);
    await screenshot(other, nameOf('documents', look));
    await other.locator('tbody tr a').first().click();
    await other.locator('dl').waitFor();
    await other.locator('ol').first().waitFor();
    expect(await unsound(other)).toEqual([]);
    await screenshot(other, nameOf('document', look));
    await other.context().close();
  });

  it('that are not there say so with a code', async () => {
    await page.goto(`${pages.axis.hubUrl}/documents/00000000-0000-7000-8000-000000000000`);
    await page.getByText('DOCUMENT_UNKNOWN').waitFor();
  });
});
