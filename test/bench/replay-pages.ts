import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../support/chromium.js';
import { Latencies, type Percentiles } from './latencies.js';

const LOADS = 10;
const FLAGS = ['--no-sandbox', '--disable-gpu'];

/** Console pages, and what stands on them once they are of use. */
const PAGES = [
  ['page: overview', '/', 'section:has-text("Từ 12/3/2019") >> text=/^\\d{1,3}(\\.\\d{3})+$/'],
  ['page: documents', '/documents', 'tbody tr >> nth=9'],
  ['page: agencies', '/agencies', 'tbody tr >> nth=9'],
  ['page: reports', '/reports', 'tbody tr >> nth=2'],
] as const;

/**
 * How long the console's pages take in Chromium on this machine, in milliseconds from the address until figures stand on them, each time in a
 * browser window that has nothing kept. Nothing where there is no Chromium. `folder` is the data folder of the hub at `url`.
 */
export async function loadPages(url: string, folder: string): Promise<Record<string, Percentiles>> {
  const executablePath = await findChromium(process.env);
  if (executablePath === undefined) return {};
  const [name, password] = (await readFile(join(folder, 'hub', 'first-administrator'), 'utf8')).split('\n');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const latencies = new Latencies();
    const signingIn = await browser.newContext();
    const signedIn = await signingIn.request.post(`${url}/api/v1/session`, { data: { name, password } });
    if (!signedIn.ok()) throw new Error(`Nobody signed in: ${await signedIn.text()}`);
    const storageState = await signingIn.storageState();
    for (let load = 0; load < LOADS; load += 1) {
      for (const [kind, path, proof] of PAGES) {
        const context = await browser.newContext({ locale: 'vi-VN', storageState });
        const page = await context.newPage();
        const startedAt = performance.now();
        await page.goto(url + path, { waitUntil: 'commit' });
        await page.locator(proof).first().waitFor();
        latencies.note(kind, performance.now() - startedAt);
        await context.close();
      }
    }
    return latencies.all();
  } finally {
    await browser.close();
  }
}
