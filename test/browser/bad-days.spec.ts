import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Page } from 'playwright-core';
import { ConsolePages, describePages, screenshot, SIZES, unsound } from '../support/console-pages.js';
import { eventually } from '../support/eventually.js';
import { layoutShifts, slowDown, watchLayoutShifts } from '../support/slow-page.js';
import { uniqueSystem } from '../support/servers.js';

const [GOVERNMENT, PROVINCE, MINISTRY] = ['000.00.00.G22', '000.00.00.H53', '000.00.00.G14'] as const;
const NASTY_NAME = `UBND "tỉnh" <script>alert('tên')</script> ${'dài'.repeat(40)}`;
const NASTY_SUBJECT = `V/v "khẩn" <img src=x onerror=alert(1)> ${'x'.repeat(500)}`.slice(0, 500);
const MANY = 95;
/** Chromium calls up to 0.1 good; this is a line of text that becomes one pixel higher. */
const MOST_SHIFT = 0.005;

describePages('an axis on which nothing has happened yet', () => {
  let pages: ConsolePages;
  let page: Page;

  beforeAll(async () => {
    pages = await ConsolePages.open();
    page = await pages.visitAs('administrator', '/');
  }, 180_000);
  afterAll(() => pages.close());
  afterEach(() => expect(pages.complaints).toEqual([]));

  it.each([
    ['/', 'Trục chưa có văn bản nào.', 'Hệ thống'],
    ['/documents', 'Trục chưa có văn bản nào.', 'Gửi thử'],
    ['/systems', 'Trục chưa có hệ thống nào.', undefined],
    ['/samples', 'Chưa gửi thử được: trục chưa có hệ thống nào.', 'Hệ thống'],
    ['/reports', 'Kỳ này chưa có số liệu.', 'Gửi thử'],
    ['/dead-letters', 'Mọi thông điệp đều đã được xử lý.', undefined],
    ['/diagnostics', 'Trục chưa có hệ thống nào để thử.', 'Hệ thống'],
  ])('%s of an empty axis says what to do first', async (path, words, next) => {
    await page.goto(`${pages.axis.hubUrl}${path}`);
    await page.getByText(words).waitFor();
    if (next !== undefined)
      await page.locator('#content').getByRole('link', { name: next, exact: true }).first().waitFor();
  });
});

describePages('on a bad day', () => {
  let pages: ConsolePages;
  let page: Page;

  const go = (path: string, on = page): Promise<unknown> => on.goto(`${pages.axis.hubUrl}${path}`);
  const button = (name: string): ReturnType<Page['locator']> => page.getByRole('button', { name, exact: true });
  const documents = (): ReturnType<typeof pages.axis.hub.documents> => pages.axis.hub.documents({ limit: 100 });

  /** A document with the nastiest subject, to 95 recipients, one of them with the nastiest name. */
  beforeAll(async () => {
    pages = await ConsolePages.open();
    const government = await pages.axis.addSystem(uniqueSystem('g22'), [GOVERNMENT]);
    await pages.axis.addSystem(uniqueSystem('h53'), [PROVINCE]);
    page = await pages.visitAs('administrator', '/');
    const renamed = await page.request.put(`${pages.axis.hubUrl}/api/v1/agencies/${MINISTRY}`, {
      data: { name: NASTY_NAME },
      headers: { 'x-requested-by': 'console' },
    });
    expect(renamed.status()).toBe(200);
    const { items } = (await (
      await page.request.get(`${pages.axis.hubUrl}/api/v1/agencies?tier=district&limit=${MANY - 2}`)
    ).json()) as { items: { code: string }[] };
    const to = [PROVINCE, MINISTRY, ...items.map(({ code }) => code)];
    await government.http.send({ from: GOVERNMENT, to, subject: NASTY_SUBJECT });
    await eventually(async () => (await documents()).items.length === 1);
  }, 180_000);
  afterAll(() => pages.close());
  afterEach(() => expect(pages.complaints).toEqual([]));

  it('takes no name that would be markup', async () => {
    await go('/systems');
    await button('Ghi danh hệ thống').click();
    await page.getByLabel('Tên hệ thống').fill('h53"><script>alert(1)</script>');
    await page.getByText('Tên không đúng quy cách.').waitFor();
    expect(await button('Ghi danh').isDisabled()).toBe(true);
  });

  it('shows a document to 95 recipients, its subject of 500 characters, and every name', async () => {
    const small = await pages.visitAs('operator', '/documents', { size: SIZES[1] });
    await small.getByText(NASTY_SUBJECT).click();
    await small.getByText(`Nơi nhận (${MANY})`).waitFor();
    expect(await small.getByRole('link', { name: NASTY_NAME }).count()).toBe(1);
    expect(await small.locator('tbody tr').count()).toBeGreaterThanOrEqual(MANY);
    expect(await unsound(small)).toEqual([]);
    await screenshot(small, 'bad-days-recipients');
    for (const path of ['/', `/agencies/${MINISTRY}`, '/agencies?q=G14', `/samples?from=${MINISTRY}&to=${MINISTRY}`]) {
      await go(path, small);
      await small.getByText('alert(').or(small.locator(`input[value*="alert("]`)).first().waitFor();
      expect([path, await unsound(small)]).toEqual([path, []]);
    }
    await small.context().close();
  });

  it('reckons with Hanoi’s day and time, wherever and whenever the browser is', async () => {
    const far = await pages.visit('/documents', { timezone: 'America/Los_Angeles' });
    await far.clock.setFixedTime('2026-02-28T18:30:00Z');
    await pages.signIn(far, await pages.accountOf('viewer'));
    await far.getByText('01:30:00').waitFor();
    for (const [period, days] of [
      ['Hôm nay', '?from=2026-03-01&to=2026-03-01'],
      ['7 ngày', '?from=2026-02-23&to=2026-03-01'],
      ['Tháng này', '?from=2026-03-01&to=2026-03-01'],
    ] as const) {
      await far.getByRole('button', { name: period, exact: true }).click();
      await eventually(() => new URL(far.url()).search === days);
    }
    await go('/documents?from=2026-02-31', far);
    await far.getByText(NASTY_SUBJECT).waitFor();
    const [accepted = ''] = (await documents()).items.map(({ acceptedAt }) => acceptedAt);
    const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T([\d:]+)\+07:00$/.exec(accepted) ?? [];
    await far.getByText(`${day}/${month}/${year} ${time}`).waitFor();
    await far.context().close();
  });

  it('sends one document for a double click, and another when asked to', async () => {
    const before = (await documents()).items.length;
    await go('/samples');
    await button('Chọn trong cây: Nơi gửi').click();
    await page.getByRole('radio', { name: GOVERNMENT }).click();
    await button('Chọn trong cây: Nơi nhận').click();
    await page.getByRole('button', { name: /^Mở các đơn vị dưới Ủy ban nhân dân tỉnh Tây Ninh/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('checkbox', { name: PROVINCE }).check();
    await page.getByRole('checkbox', { name: '000.00.31.H53' }).check();
    expect(await unsound(page)).toEqual([]);
    await screenshot(page, 'samples-tree');
    await button('Xong').click();
    await page.getByLabel('Trích yếu').fill('V/v bấm hai lần');
    await button('Gửi').evaluate((send: HTMLButtonElement) => {
      send.click();
      send.click();
    });
    await page.getByText('Văn bản này đã có trên trục từ trước; không gửi thêm lần nữa.').waitFor();
    expect((await documents()).items.length).toBe(before + 1);
    expect(await button('Gửi').isDisabled()).toBe(true);
    await button('Gửi thêm một văn bản như thế').click();
    await button('Gửi').click();
    await page.getByRole('link', { name: 'Mở trang văn bản' }).waitFor();
    expect((await documents()).items.length).toBe(before + 2);
    expect((await pages.axis.hub.refusals()).items).toEqual([]);
  });

  it('says on a slow network that it loads, and moves nothing when what is asked for comes', async () => {
    const slow = await pages.visitAs('administrator', '/');
    await slowDown(slow, { latencyMs: 150, bytesPerSecond: 300_000 });
    await watchLayoutShifts(slow);
    const faults: unknown[] = [];
    for (const path of ['/', '/documents', '/agencies', '/systems', '/samples', '/reports', '/diagnostics']) {
      await slow.goto(`${pages.axis.hubUrl}${path}`, { waitUntil: 'commit' });
      await slow.getByLabel('Đang tải …').or(slow.locator('.mantine-Skeleton-root')).first().waitFor();
      await slow.locator('#content section').first().waitFor();
      await slow.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached', timeout: 30_000 });
      const { sum, moved } = await layoutShifts(slow);
      faults.push(...(sum < MOST_SHIFT ? [] : [{ path, sum, moved }]));
    }
    expect(faults).toEqual([]);
    await slow.context().close();
  });

  describe('with a ledger that was tampered with', () => {
    const tamper = (by: number): void => {
      const file = join(pages.axis.folder, 'hub', 'hub.sqlite');
      new Database(file)
        .exec(`UPDATE ledger_days SET made = made + ${by} WHERE day = (SELECT MAX(day) FROM ledger_days)`)
        .close();
    };
    afterEach(() => tamper(-2));

    it('draws a red line', async () => {
      await go('/');
      await page.getByText('Khớp', { exact: true }).waitFor();
      tamper(2);
      await page
        .getByRole('alert')
        .getByText(/Sổ cái không khớp: lệch 2 bản gửi/)
        .waitFor();
      await page.getByText('KHÔNG KHỚP', { exact: true }).waitFor();
      expect(await unsound(page)).toEqual([]);
      await screenshot(page, 'bad-days-ledger');
    });
  });

  describe('without its hub', () => {
    beforeEach(async () => {
      await go('/documents');
      await page.getByText(NASTY_SUBJECT).waitFor();
      await pages.axis.program.stop('SIGKILL');
    });
    afterEach(async () => {
      await pages.axis.program.stop('SIGKILL');
      await pages.axis.startHub();
    });

    const connectionLost = (): ReturnType<Page['locator']> => page.getByText(/Mất kết nối tới trục từ \d\d:\d\d/);

    it('says since when, in one place, keeps what was shown, and comes back by itself as a simulation', async () => {
      await button('Làm mới').click();
      await connectionLost().waitFor();
      await page.getByText('Chưa tải được phần này: đang mất kết nối.').waitFor();
      expect(await connectionLost().count()).toBe(1);
      expect(await page.getByRole('alert').count()).toBe(1);
      expect(await page.getByText(NASTY_SUBJECT).count()).toBe(1);
      expect(await unsound(page)).toEqual([]);
      await screenshot(page, 'bad-days-away');
      await pages.axis.startHub({ SIMULATION: 'on' });
      await page.getByRole('alert').first().waitFor({ state: 'detached', timeout: 30_000 });
      await page.getByText('đang mất kết nối').waitFor({ state: 'detached' });
      await page.getByRole('note').getByText('MÔ PHỎNG').waitFor();
      expect(await unsound(page)).toEqual([]);
      await screenshot(page, 'bad-days-simulation');
    });

    it('loads a page that was not looked at before as soon as the hub is back', async () => {
      await page.getByRole('link', { name: 'Chẩn đoán' }).click();
      await page.getByText('Trang này chưa tải được vì mất kết nối.').waitFor();
      await connectionLost().waitFor();
      await pages.axis.startHub();
      await page.getByRole('heading', { name: 'Khám từng phần' }).waitFor({ timeout: 30_000 });
      const others = pages.complaints.splice(0).filter((text) => !text.includes('dynamically imported module'));
      expect(others).toEqual([]);
    });
  });
});
