import { type Page } from 'playwright-core';
import { ConsolePages, describePages, LOOKS, nameOf, screenshot, unsound } from '../support/console-pages.js';

describePages('signing in', () => {
  let pages: ConsolePages;

  beforeAll(async () => {
    pages = await ConsolePages.open();
  }, 120_000);
  afterAll(() => pages.close());
  afterEach(() => expect(pages.complaints).toEqual([]));

  const words = (page: Page): Promise<string[]> => page.locator('nav a').allInnerTexts();

  it.each(LOOKS)('is sound at $size.width in $language, $scheme', async (look) => {
    const page = await pages.visit('/', look);
    await page.locator('input[autocomplete=username]').waitFor();
    expect(await unsound(page)).toEqual([]);
    await screenshot(page, nameOf('sign-in', look));
    await page.context().close();
  });

  it('refuses a wrong password in the user’s words, with the code', async () => {
    const page = await pages.visit('/');
    await page.locator('input[autocomplete=username]').fill('admin');
    await page.locator('input[autocomplete=current-password]').fill('wrong');
    await page.locator('button[type=submit]').click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const vietnamese = await alert.innerText();
    expect(vietnamese).toMatch(/[A-Z]+_[A-Z]+/);
    await page.getByRole('button', { name: /English/ }).click();
    await page.getByText('What to do').or(page.getByText('Error code')).waitFor();
    expect(await alert.innerText()).not.toBe(vietnamese);
    expect(await unsound(page)).toEqual([]);
    await page.context().close();
  });

  it('comes to the page that was asked for, and out again', async () => {
    const page = await pages.visitAs('administrator', '/documents?state=waiting');
    expect(new URL(page.url()).search).toBe('?state=waiting');
    expect(await page.locator('main h1').innerText()).toBe('Văn bản');
    await page.getByRole('button', { name: 'Tài khoản của tôi' }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.locator('input[autocomplete=username]').waitFor();
    await page.reload();
    await page.locator('input[autocomplete=username]').waitFor();
    await page.context().close();
  });

  it('offers each role what it may do', async () => {
    const [viewer, operator, administrator] = await Promise.all(
      (['viewer', 'operator', 'administrator'] as const).map(async (role) => {
        const page = await pages.visitAs(role, '/');
        const offered = await words(page);
        await page.context().close();
        return offered;
      }),
    );
    expect(viewer).not.toContain('Gửi thử');
    expect(operator).toContain('Gửi thử');
    expect(operator).not.toContain('Tài khoản');
    expect(administrator).toContain('Tài khoản');
  });

  it('shows a viewer no page of an administrator', async () => {
    const account = await pages.accountOf('viewer');
    const page = await pages.visit('/accounts');
    await page.locator('input[autocomplete=username]').fill(account.name);
    await page.locator('input[autocomplete=current-password]').fill(account.password);
    await page.locator('button[type=submit]').click();
    await page.getByText('Vai trò của bạn không được dùng trang này.').waitFor();
    await page.context().close();
  });

  it('changes one’s own password', async () => {
    const account = await pages.accountOf('viewer');
    const page = await pages.visit('/');
    await pages.signIn(page, account);
    await page.getByRole('button', { name: 'Tài khoản của tôi' }).click();
    await page.getByRole('menuitem', { name: 'Đổi mật khẩu' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(account.password);
    await dialog.getByLabel('Mật khẩu mới', { exact: true }).fill('a new long password');
    await dialog.getByLabel('Nhập lại mật khẩu mới').fill('a new long password');
    expect(await unsound(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã đổi mật khẩu.').waitFor();
    await page.context().close();
    const again = await pages.visit('/');
    await pages.signIn(again, { name: account.name, password: 'a new long password' });
    await again.context().close();
  });
});
