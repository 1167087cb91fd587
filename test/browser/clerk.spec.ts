import { type Page } from 'playwright-core';
import { type StorySystem } from '../support/axis.js';
import { ConsolePages, describePages, LOOKS, nameOf, screenshot, unsound } from '../support/console-pages.js';
import { uniqueSystem } from '../support/servers.js';

const [GOVERNMENT, PROVINCE] = ['000.00.00.G22', '000.00.00.H53'] as const;
const SUBJECT = `V/v "gửi" <script>alert(1)</script> ${'văn bản điện tử '.repeat(28)}`.slice(0, 490).trim();

describePages('the clerk’s page', () => {
  let pages: ConsolePages;
  let [government, province] = [] as unknown as [StorySystem, StorySystem];
  let [sender, recipient] = [] as unknown as [Page, Page];

  const clerkOf = async ({ env }: StorySystem, look = {}): Promise<Page> => {
    const page = await pages.visit('/', look);
    await page.goto(`http://127.0.0.1:${env['AGENCY_PORT']}/`);
    await page.locator('input[type=password]').fill('not the token of this system');
    await page.locator('button[type=submit]').click();
    await page.getByText('TOKEN_REFUSED').waitFor();
    await page.locator('input[type=password]').fill(String(env['AGENCY_TOKEN']));
    await page.locator('button[type=submit]').click();
    await page.locator('#content h1').waitFor();
    return page;
  };

  beforeAll(async () => {
    pages = await ConsolePages.open();
    government = await pages.axis.addSystem(uniqueSystem('g22'), [GOVERNMENT]);
    province = await pages.axis.addSystem(uniqueSystem('h53'), [PROVINCE]);
    [sender, recipient] = [await clerkOf(government), await clerkOf(province)];
  }, 180_000);
  afterAll(() => pages.close());
  afterEach(() => expect(pages.complaints).toEqual([]));

  it('says before the first document what comes by itself', async () => {
    await recipient.getByText('Chưa có văn bản nào đến.').waitFor();
  });

  it('sends to another agency’s page, where the document is accepted and finished', async () => {
    await sender.getByRole('link', { name: 'Soạn và gửi' }).click();
    await sender.getByRole('button', { name: 'Gửi', exact: true }).waitFor();
    await sender.getByRole('combobox', { name: 'Nơi nhận' }).fill('tinh tay ninh');
    await sender.getByRole('option', { name: new RegExp(PROVINCE) }).click();
    await sender.getByLabel('Trích yếu').fill(SUBJECT);
    const file = { name: 'Tờ trình.txt', mimeType: 'text/plain', buffer: Buffer.from('chào') };
    await sender.locator('input[type=file]').setInputFiles(file);
    await sender.getByRole('button', { name: 'Gửi', exact: true }).click();
    await sender.getByText('Tệp đính kèm (1)').waitFor();

    await recipient.getByRole('link', { name: SUBJECT }).click();
    for (const status of ['Đã tiếp nhận', 'Hoàn thành']) {
      await recipient.getByRole('button', { name: status }).click();
      await recipient.getByRole('button', { name: 'Báo', exact: true }).click();
    }
    await recipient.getByText('Không còn gì phải báo.').waitFor();
    await sender.getByText('Đã tiếp nhận (03)').waitFor();
    await sender.getByText('Hoàn thành (06)').waitFor();
  });

  it.each(LOOKS)('is sound at $size.width in $language, $scheme', async (look) => {
    const page = await clerkOf(province, look);
    await page.locator('tbody tr a').first().waitFor();
    expect(await unsound(page)).toEqual([]);
    await screenshot(page, nameOf('clerk-incoming', look));
    await page.locator('tbody tr a').first().click();
    await page.locator('dl').waitFor();
    expect(await unsound(page)).toEqual([]);
    await screenshot(page, nameOf('clerk-document', look));
    await page.context().close();
  });

  it('ends by signing out', async () => {
    await recipient.getByRole('button', { name: 'Đăng xuất' }).click();
    await recipient.locator('input[type=password]').waitFor();
    await recipient.reload();
    await recipient.locator('input[type=password]').waitFor();
  });
});
