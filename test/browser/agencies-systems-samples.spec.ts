import { type Page } from 'playwright-core';
import { type StorySystem } from '../support/axis.js';
import { ConsolePages, describePages, LOOKS, nameOf, screenshot, unsound } from '../support/console-pages.js';
import { eventually } from '../support/eventually.js';
import { uniqueSystem } from '../support/servers.js';

const OFFICE = { OFFICE: 'on', OFFICE_DELAYS_MS: '03:50,04:50,05:50,06:50' };
const [GOVERNMENT, PROVINCE, MINISTRY] = ['000.00.00.G22', '000.00.00.H53', '000.00.00.G14'] as const;
const NASTY = `V/v "khẩn" <script>alert(1)</script> ${'báo cáo '.repeat(60)}`.slice(0, 500).trim();

describePages('agencies, systems and samples', () => {
  let pages: ConsolePages;
  let page: Page;
  let government: StorySystem;

  beforeAll(async () => {
    pages = await ConsolePages.open();
    government = await pages.axis.addSystem(uniqueSystem('g22'), [GOVERNMENT]);
    await pages.axis.addSystem(uniqueSystem('h53'), [PROVINCE], { env: OFFICE });
    page = await pages.visitAs('administrator', '/samples');
  }, 180_000);
  afterAll(() => pages.close());
  afterEach(() => expect(pages.complaints).toEqual([]));

  const go = (path: string): Promise<unknown> => page.goto(`${pages.axis.hubUrl}${path}`);
  const button = (name: string): ReturnType<Page['locator']> => page.getByRole('button', { name, exact: true });
  const accepted = async (): Promise<number> => (await pages.axis.hub.documents({ limit: 100 })).items.length;

  it('rehearse a sample for each recipient, and send nothing', async () => {
    await go(`/samples?from=${GOVERNMENT}&to=${PROVINCE}&to=${MINISTRY}`);
    await page.getByLabel('Trích yếu').fill(NASTY);
    await button('Chạy thử').click();
    const result = page.getByRole('table', { name: 'Kết quả' });
    await result.getByText('Sẽ gửi được').waitFor();
    await result.getByText('Sẽ chờ: chưa có hệ thống').waitFor();
    expect(await accepted()).toBe(0);
  });

  it('send it with a file, and show how it travels', async () => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a "b".txt', mimeType: 'text/plain', buffer: Buffer.from('chào') });
    await button('Gửi').click();
    await page.getByText('Hoàn thành (06)').waitFor({ timeout: 30_000 });
    const [sent] = (await pages.axis.hub.documents({ limit: 1 })).items;
    expect(sent?.subject).toBe(NASTY);
    expect((await pages.axis.hub.document(sent?.documentId ?? '')).attachments).toMatchObject([{ name: 'a "b".txt' }]);
  });

  it('show each problem of an edXML file with the line it stands in', async () => {
    const [{ documentId } = { documentId: '' }] = (await pages.axis.hub.documents({ limit: 1 })).items;
    const whole = await page.request.get(`${pages.axis.hubUrl}/api/v1/documents/${documentId}/edxml`);
    const broken = (await whole.text()).replace(/(PromulgationDate>)[^<]*/, '$1hôm qua');
    await go('/samples?how=file');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.edxml', mimeType: 'application/xml', buffer: Buffer.from(broken) });
    await page.getByText('T.MessageHeader.PromulgationInfo.PromulgationDate').waitFor();
    expect(await page.locator('mark').innerText()).toBe('h');
    expect(await button('Gửi').isDisabled()).toBe(true);
  });

  it('send many at once, counted by the hub', async () => {
    const before = await accepted();
    await go('/samples?how=many');
    await page.getByLabel('Số văn bản').fill('12');
    await button('Bắt đầu gửi').click();
    await page.getByText('12/12 văn bản, trục nhận 12, từ chối 0').waitFor({ timeout: 30_000 });
    expect(await accepted()).toBe(before + 12);
  });

  it('open the tree by keyboard, and find agencies without diacritics', async () => {
    await go('/agencies');
    await button('Mở các đơn vị dưới Ủy ban nhân dân tỉnh Tây Ninh').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('link', { name: 'Ủy ban nhân dân huyện Bến Cầu' }).waitFor();
    await page.getByLabel('Tìm đơn vị').fill('huyen ben cau');
    await page.getByText('Kết quả tìm "huyen ben cau"').waitFor();
    await page.getByRole('link', { name: 'Ủy ban nhân dân huyện Bến Cầu' }).first().click();
    await page.getByText('H53.31', { exact: true }).waitFor();
  });

  it('show what the hub counted', async () => {
    await go(`/agencies/${GOVERNMENT}`);
    const own = page.getByRole('row', { name: /Riêng đơn vị này/ });
    await eventually(async () => {
      const { items } = (await (await page.request.get(`${pages.axis.hubUrl}/api/v1/statistics/by-agency`)).json()) as {
        items: { code: string; sent: number }[];
      };
      const sent = items.find(({ code }) => code === GOVERNMENT)?.sent;
      expect((await own.locator('td').allInnerTexts())[0]).toBe(String(sent));
    });
  });

  it('enrol a system with a secret shown once, and take it off again by its name', async () => {
    const name = uniqueSystem('g14');
    await go('/systems');
    await button('Ghi danh hệ thống').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên hệ thống').fill(name);
    await dialog.getByRole('combobox', { name: 'Đại diện cho đơn vị' }).fill('bo thong tin');
    await page.getByRole('option', { name: new RegExp(MINISTRY) }).click();
    await dialog.getByRole('button', { name: 'Ghi danh', exact: true }).click();
    const secret = await dialog.locator('pre').innerText();
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await unsound(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Đóng', exact: true }).last().click();
    await page.getByRole('link', { name, exact: true }).click();
    expect(await page.content()).not.toContain(secret);
    await button('Khóa').click();
    await dialog.getByRole('button', { name: 'Khóa', exact: true }).click();
    await page.getByText('Đang khóa').waitFor();
    await button('Mở khóa').click();
    await dialog.getByRole('button', { name: 'Mở khóa' }).click();
    await page.getByText('Đang khóa').waitFor({ state: 'detached' });
    await button('Gỡ khỏi trục').click();
    const remove = dialog.getByRole('button', { name: 'Gỡ khỏi trục' });
    expect(await remove.isDisabled()).toBe(true);
    await dialog.getByLabel('Gõ lại tên hệ thống để xác nhận').fill(name);
    await remove.click();
    await page.getByText('Hệ thống trên trục').waitFor();
    expect((await pages.axis.hub.systems()).items.map((each) => each.name)).not.toContain(name);
  });

  it('offer a viewer nothing to do with a system, and say who may', async () => {
    const other = await pages.visitAs('viewer', `/systems/${government.name}`);
    await other.getByText(/là việc của quản trị viên/).waitFor();
    expect(await other.getByRole('button', { name: /Khóa|Gỡ|Gửi lại|mã bí mật/ }).count()).toBe(0);
    await other.context().close();
  });

  it.each(LOOKS)('are sound at $size.width in $language, $scheme', async (look) => {
    const other = await pages.visitAs('administrator', '/agencies?view=map', look);
    for (const [what, path] of [
      ['agencies-map', '/agencies?view=map'],
      ['agencies-tree', `/agencies?open=${PROVINCE}`],
      ['agency', `/agencies/${PROVINCE}`],
      ['systems', '/systems'],
      ['system', `/systems/${government.name}`],
      ['samples', `/samples?from=${GOVERNMENT}&to=${PROVINCE}`],
    ] as const) {
      await other.goto(`${pages.axis.hubUrl}${path}`);
      await other.locator('#content section').first().waitFor();
      await other.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
      expect([path, await unsound(other)]).toEqual([path, []]);
      await screenshot(other, nameOf(what, look));
    }
    await other.context().close();
  });
});
