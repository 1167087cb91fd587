import { type Page } from 'playwright-core';
import { type StorySystem } from '../support/axis.js';
import { ConsolePages, describePages, LOOKS, nameOf, screenshot, unsound } from '../support/console-pages.js';
import { eventually } from '../support/eventually.js';
import { uniqueSystem } from '../support/servers.js';

const [GOVERNMENT, PROVINCE, MINISTRY] = ['000.00.00.G22', '000.00.00.H53', '000.00.00.G14'] as const;

describePages('the overview', () => {
  let pages: ConsolePages;
  let page: Page;
  let government: StorySystem;
  let province: StorySystem;

  beforeAll(async () => {
    pages = await ConsolePages.open();
    page = await pages.visitAs('administrator', '/');
  }, 120_000);
  afterAll(() => pages.close());
  afterEach(() => expect(pages.complaints).toEqual([]));

  const part = (name: string): ReturnType<Page['locator']> => page.locator('section', { hasText: name });

  it('says on an empty axis what to do first', async () => {
    await page.getByText('Trục chưa có văn bản nào.').waitFor();
    await part('Ai vắng mặt?').getByText('Chưa có hệ thống nào').waitFor();
    expect(await unsound(page)).toEqual([]);
  });

  it('moves while documents flow, without being loaded again', async () => {
    government = await pages.axis.addSystem(uniqueSystem('g22'), [GOVERNMENT]);
    province = await pages.axis.addSystem(uniqueSystem('h53'), [PROVINCE]);
    await page.evaluate(() => ((globalThis as { mark?: string }).mark = 'still here'));
    for (const to of [[PROVINCE], [PROVINCE, MINISTRY], [PROVINCE]]) {
      await government.http.send({ from: GOVERNMENT, to, subject: 'V/v gửi, nhận văn bản điện tử' });
    }
    await eventually(async () => {
      expect(await part('Từ 12/3/2019').first().innerText()).toMatch(/Từ 12\/3\/2019\s+3\s+văn bản gửi\s+3/);
    });
    expect(await page.evaluate(() => (globalThis as { mark?: string }).mark)).toBe('still here');
    await part('Sổ cái có khớp không?').getByText('Khớp', { exact: true }).waitFor();
  });

  it('names what waits, with its recipient', async () => {
    const waiting = part('Chờ lâu nhất');
    await waiting.getByText('V/v gửi, nhận văn bản điện tử').waitFor();
    expect(await waiting.innerText()).toContain(MINISTRY);
    expect(await waiting.innerText()).toContain('chưa có hệ thống');
  });

  it('names a system that is gone', async () => {
    await province.program.stop('SIGKILL');
    await part('Hệ thống vắng mặt').getByRole('link', { name: province.name }).waitFor({ timeout: 40_000 });
    await part('Ai vắng mặt?').getByText('Vắng 1 hệ thống').waitFor();
  });

  it('shows the same figures as a chart and as a table', async () => {
    await page.getByText('Bảng', { exact: true }).click();
    await page.getByRole('table', { name: /Văn bản vào và bản gửi đến/ }).waitFor();
    await page.getByText('Biểu đồ', { exact: true }).click();
    await page.getByRole('img', { name: /Văn bản vào và bản gửi đến/ }).waitFor();
  });

  it.each(LOOKS)('is sound at $size.width in $language, $scheme', async (look) => {
    const other = await pages.visitAs('viewer', '/', look);
    await other.getByRole('img', { name: /Documents in|Văn bản vào/ }).waitFor();
    expect(await unsound(other)).toEqual([]);
    await screenshot(other, nameOf('overview', look));
    await other.context().close();
  });

  it('says that the hub is away and since when, and comes back by itself', async () => {
    await pages.axis.program.stop('SIGKILL');
    await page
      .getByRole('alert')
      .getByText(/Mất kết nối tới trục từ \d\d:\d\d/)
      .waitFor();
    await page.getByText(/Số liệu đã cũ/).waitFor({ timeout: 30_000 });
    expect(await unsound(page)).toEqual([]);
    await screenshot(page, 'overview-hub-away');
    await pages.axis.startHub();
    await page.getByRole('alert').waitFor({ state: 'detached', timeout: 30_000 });
    await page.getByText(/Số liệu lúc/).waitFor();
    expect(await page.evaluate(() => (globalThis as { mark?: string }).mark)).toBe('still here');
  });
});
