import { readFile } from 'node:fs/promises';
import readXlsxFile from 'read-excel-file/node';
import { type Download, type Page } from 'playwright-core';
import { AmqpBroker } from '#broker';
import { ConsolePages, describePages, LOOKS, nameOf, screenshot, unsound } from '../support/console-pages.js';
import { eventually } from '../support/eventually.js';
import { uniqueSystem } from '../support/servers.js';

const [GOVERNMENT, PROVINCE] = ['000.00.00.G22', '000.00.00.H53'] as const;
const SUBJECT = '<script>alert("x")</script> "trích yếu" '.repeat(12);

describePages('reports, diagnostics, dead letters, accounts', () => {
  let pages: ConsolePages;
  let page: Page;
  let receiver: string;

  /** Three documents to a system that can handle none of them. */
  beforeAll(async () => {
    pages = await ConsolePages.open();
    receiver = uniqueSystem('h53');
    const { amqpUrl } = await pages.axis.enrol(receiver, [PROVINCE]);
    const government = await pages.axis.addSystem(uniqueSystem('g22'), [GOVERNMENT]);
    const broker = await AmqpBroker.open({ url: amqpUrl, userId: receiver });
    await broker.consume(`inbox.${receiver}`, { size: 1, withinMs: 1, bytes: 1e6, inFlight: 1 }, (messages) =>
      Promise.resolve(messages.map(() => ({ dead: 'không xử lý được' }))),
    );
    for (const number of [1, 2, 3]) {
      await government.http.send({ from: GOVERNMENT, to: [PROVINCE], subject: `${number} ${SUBJECT}` });
    }
    await eventually(async () => expect((await pages.axis.hub.deadLetters()).items).toHaveLength(3));
    await broker.close();
    page = await pages.visitAs('administrator', '/reports');
  }, 180_000);
  afterAll(() => pages.close());
  afterEach(() => expect(pages.complaints).toEqual([]));

  const saved = async (button: string): Promise<Buffer> => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const download: Download = await waiting;
    return readFile(await download.path());
  };

  it('reports the period in a sentence, beside as many days before', async () => {
    await page.getByText(/có tổng số 3 văn bản điện tử gửi/).waitFor();
    const compared = page.getByRole('table', { name: 'So với kỳ trước' });
    expect(await compared.innerText()).toMatch(/Văn bản gửi\s+3\s+0\s+\+3/);
    await page.getByRole('img', { name: 'Biểu đồ: Cấp' }).waitFor();
  });

  it('writes the numbers of the hub to Excel and CSV', async () => {
    const { items } = await pages.axis.hub.statistics.byTier({});
    const rows = items.map(({ sent, received, recalls, updates, refused, finished, agencies }) => [
      ...[sent, received, recalls, updates, refused, finished, agencies],
    ]);
    const [sheet] = await readXlsxFile(await saved('Tải Excel'));
    expect(sheet?.data.slice(2, 2 + rows.length).map((row) => row.slice(1))).toEqual(rows);
    const csv = (await saved('Tải CSV')).toString('utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    for (const row of rows) expect(csv).toContain(`,${row.join(',')}\r\n`);
  });

  it('prints on one A4, in whatever light', async () => {
    const dark = await pages.visitAs('viewer', '/reports?by=day', { scheme: 'dark' });
    await dark.getByRole('table', { name: 'Ngày' }).waitFor();
    const paper = (await dark.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
    await dark.context().close();
  });

  it('tries the way to a system: the store and RabbitMQ are well, and nobody listens', async () => {
    await page.goto(`${pages.axis.hubUrl}/diagnostics`);
    await page.getByRole('combobox', { name: 'Hệ thống' }).selectOption(receiver);
    await page.getByRole('button', { name: 'Thử kết nối' }).click();
    const steps = page.getByRole('table', { name: 'Thử kết nối tới một hệ thống' });
    await steps.getByRole('row', { name: /^RabbitMQ trả lời Tốt/ }).waitFor();
    await steps.getByRole('row', { name: /^RabbitMQ nhận một thông điệp thử và giao lại Tốt/ }).waitFor();
    await steps.getByRole('row', { name: /^Cơ sở dữ liệu ghi được Tốt/ }).waitFor();
    await steps.getByRole('row', { name: /^Hệ thống đang nghe hộp thư Hỏng/ }).waitFor();
  });

  it('tells the steps it has taken in the language of the page, also when that is changed, and takes none again', async () => {
    const operator = await pages.visitAs('operator', '/diagnostics', { language: 'en' });
    let tries = 0;
    operator.on('request', (request) => (tries += request.url().includes('/diagnostics/connection') ? 1 : 0));
    await operator.getByRole('button', { name: 'Try it' }).click();
    await operator.getByRole('row', { name: /^RabbitMQ takes a message to try it, and hands it out Well/ }).waitFor();
    await operator.getByRole('button', { name: /Tiếng Việt/ }).click();
    await operator.getByRole('row', { name: /^RabbitMQ nhận một thông điệp thử và giao lại Tốt/ }).waitFor();
    expect(await operator.getByText('The database can be written').count()).toBe(0);
    expect(tries).toBe(1);
    await operator.context().close();
  });

  it('finds in the language of the page, also when that is changed', async () => {
    const viewer = await pages.visitAs('viewer', '/diagnostics', { language: 'en' });
    await viewer.getByText(/^RabbitMQ \S+ is connected\.$/).waitFor();
    await viewer.getByText(/^Messages waiting for the hub: hub\.edoc \d/).waitFor();
    await viewer.getByRole('button', { name: /Tiếng Việt/ }).click();
    await viewer.getByText(/^RabbitMQ \S+ đang kết nối\.$/).waitFor();
    await viewer.context().close();
  });

  it('verifies the figures when asked to', async () => {
    await page.goto(`${pages.axis.hubUrl}/diagnostics`);
    await page.getByRole('button', { name: 'Đối chiếu' }).click();
    await page.getByText('Khớp: không có sai lệch nào.').waitFor();
    await page.getByText('Đã so 3 văn bản').waitFor();
  });

  it('shows a viewer dead letters, and offers no retry', async () => {
    const viewer = await pages.visitAs('viewer', '/dead-letters');
    await viewer.getByText('Người vận hành mới được xử lý lại.').waitFor();
    expect(await viewer.getByRole('checkbox').count()).toBe(0);
    await viewer.context().close();
  });

  it('has all dead letters handled again: how many, progress, result', async () => {
    const operator = await pages.visitAs('operator', '/dead-letters');
    await operator.getByRole('button', { name: 'Xử lý lại tất cả theo lọc' }).click();
    await operator.getByText('3 thư chết sẽ được xử lý lại').waitFor();
    expect(await unsound(operator)).toEqual([]);
    await operator.getByRole('button', { name: 'Bắt đầu' }).click();
    await operator.getByText('Xong: 3 được, 0 vẫn hỏng, 0 chưa đụng tới.').waitFor();
    await operator.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click();
    await operator.getByText('Không có thư chết nào.').waitFor();
    await operator.context().close();
  });

  it('makes an account whose password is shown once, and locks it', async () => {
    await page.goto(`${pages.axis.hubUrl}/accounts`);
    await page.getByRole('button', { name: 'Lập tài khoản' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên tài khoản').fill('lan.nguyen');
    await dialog.getByRole('button', { name: 'Lập tài khoản' }).click();
    const password = await dialog.locator('pre').innerText();
    expect(await unsound(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Đóng' }).last().click();
    const lan = await pages.visit('/');
    await pages.signIn(lan, { name: 'lan.nguyen', password });
    await page.getByRole('button', { name: 'Khóa: lan.nguyen' }).click();
    await dialog.getByRole('button', { name: 'Khóa', exact: true }).click();
    await page.getByText(/Bị khóa từ/).waitFor();
    await lan.reload();
    await lan.locator('input[autocomplete=username]').waitFor();
    await lan.context().close();
  });

  it.each(LOOKS)('are sound at $size.width in $language, $scheme', async (look) => {
    const other = await pages.visitAs('administrator', '/', look);
    for (const path of ['reports', 'diagnostics', 'dead-letters?all=true', 'accounts']) {
      await other.goto(`${pages.axis.hubUrl}/${path}`);
      await other.locator('main h1').waitFor();
      await eventually(async () => expect(await other.locator('[aria-busy=true]').count()).toBe(0));
      expect(await unsound(other)).toEqual([]);
      await screenshot(other, nameOf(path.split('?')[0] ?? '', look));
    }
    await other.context().close();
  });
});
