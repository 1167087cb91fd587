import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { projectRoot } from '#config';
import { type Role } from '#wire';
import { StoryAxis, type StoryDatabase } from './axis.js';
import { chromiumToTestWith } from './chromium.js';

/** The built pages, which the hub serves. */
export const CONSOLE_FOLDER = join(projectRoot(), 'dist', 'apps', 'console');
const SCREENSHOTS = join(projectRoot(), 'dist', 'screenshots');

const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/* Importing this module looks for a Chromium, and where that is possible installs one, before the first test's clock runs. */
const executablePath = await chromiumToTestWith(process.env);

/** `describe` where there is a Chromium; where there is none the tests are skipped, which has been said aloud. */
export const describePages = executablePath === undefined ? describe.skip : describe;

/** The sizes that every page is looked at in: a common screen of an operations room, and a telephone. */
export const SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
] as const;

/** How a page is looked at. Unless told otherwise: Vietnamese, light, 1366 × 768, a browser far from Hanoi. */
export interface Look {
  readonly language?: 'vi' | 'en';
  readonly scheme?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
  readonly timezone?: string;
}

/** The console on a real hub, looked at by Chromium. What pages complain about is kept. */
export class ConsolePages {
  /** Errors of pages, and what their policy forbade; a test ends with none. */
  readonly complaints: string[] = [];

  private constructor(
    readonly axis: StoryAxis,
    private readonly browser: Browser,
    private readonly admin: { readonly name: string; readonly password: string },
  ) {}

  /** Opens an axis of its own with its hub running, and a browser. */
  static async open(database: StoryDatabase = 'SQLite'): Promise<ConsolePages> {
    if (!existsSync(join(CONSOLE_FOLDER, 'index.html'))) {
      throw new Error('The pages are not built: run npm run build, or npx vite build apps/console.');
    }
    const axis = await StoryAxis.open(database);
    try {
      const file = await readFile(join(axis.folder, 'hub', 'first-administrator'), 'utf8');
      const [name = '', password = ''] = file.split('\n');
      const browser = await chromium.launch({ executablePath: String(executablePath), args: FLAGS });
      return new ConsolePages(axis, browser, { name, password });
    } catch (error) {
      await axis.close();
      throw error;
    }
  }

  /** A page of a browser of its own, nobody signed in. `path` begins with `/`. */
  async visit(path: string, look: Look = {}): Promise<Page> {
    const page = await (await this.contextOf(look)).newPage();
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      // An answer that is no 2xx is told as an error too: of those the page speaks itself.
      const isAnswer = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isAnswer) this.complaints.push(message.text());
    });
    page.on('dialog', (dialog) => {
      this.complaints.push(`A script asked: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(`${this.axis.hubUrl}${path}`);
    return page;
  }

  /** A page, signed in as the first administrator, or as an account made for the role. */
  async visitAs(role: Role, path: string, look: Look = {}): Promise<Page> {
    const page = await this.visit(path, look);
    await this.signIn(page, role === 'administrator' ? this.admin : await this.accountOf(role));
    return page;
  }

  /** Fills in the sign-in page and waits until the console stands. */
  async signIn(page: Page, { name, password }: { name: string; password: string }): Promise<void> {
    await page.locator('input[autocomplete=username]').fill(name);
    await page.locator('input[autocomplete=current-password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.locator('#content h1').waitFor();
  }

  /** A new account of this role. */
  async accountOf(role: Role): Promise<{ name: string; password: string }> {
    const token = (await readFile(join(this.axis.folder, 'hub', 'operator-token'), 'utf8')).trim();
    const name = `${role}-${Math.random().toString(36).slice(2, 8)}`;
    const response = await fetch(`${this.axis.hubUrl}/api/v1/accounts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name, role }),
    });
    if (!response.ok) throw new Error(`No account was made: ${await response.text()}`);
    return (await response.json()) as { name: string; password: string };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.axis.close();
  }

  private async contextOf(look: Look): Promise<BrowserContext> {
    const { language = 'vi', scheme = 'light', size = SIZES[0], timezone = 'America/New_York' } = look;
    const context = await this.browser.newContext({
      viewport: { ...size },
      colorScheme: scheme,
      locale: 'en-US',
      timezoneId: timezone,
      reducedMotion: 'reduce',
    });
    await context.addInitScript((chosen) => localStorage.setItem('truc-language', chosen), language);
    return context;
  }
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What is wrong with a page as it stands: whatever axe finds serious or critical, and a page wider than its window. Empty for a sound one. */
export async function unsound(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const faults = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: { resultTypes: 'violations'[] }) => Promise<{ violations: Violation[] }> };
    };
    interface Violation {
      readonly id: string;
      readonly impact: string | null;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }
    // Every rule runs; the markup of what they found sound, which nobody asks for, is not written out.
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`).join('\n')}`);
  });
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
  return wide > window ? [...faults, `the page is ${wide} pixels wide, its window ${window}`] : faults;
}

/** Keeps a picture of the whole page in dist/screenshots, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}

type WholeLook = Required<Omit<Look, 'timezone'>>;

/** Every way that a page is looked at: both sizes, each once in Vietnamese by day and once in English by night. */
export const LOOKS: readonly WholeLook[] = SIZES.flatMap((size) => [
  { size, language: 'vi', scheme: 'light' },
  { size, language: 'en', scheme: 'dark' },
]);

/** The name of a picture of a page looked at so. */
export function nameOf(what: string, { language, scheme, size }: WholeLook): string {
  return `${what}-${language}-${scheme}-${size.width}`;
}
