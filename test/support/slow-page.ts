import { type Page } from 'playwright-core';

/** From now on the page's browser has a network like this. */
export async function slowDown(
  page: Page,
  { latencyMs, bytesPerSecond }: { latencyMs: number; bytesPerSecond: number },
): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node?: { readonly outerHTML?: string } | null }[];
}

interface Shifts {
  sum: number;
  /** What moved: the beginning of its markup. */
  readonly moved: string[];
}

/** Every page loaded from now on notes what moves without anybody having touched it. */
export async function watchLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shifts = { sum: 0, moved: [] };
    (globalThis as { layoutShifts?: Shifts }).layoutShifts = shifts;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
        if (hadRecentInput) continue;
        shifts.sum += value;
        for (const { node } of sources)
          shifts.moved.push(`${value.toFixed(4)} ${node?.outerHTML?.slice(0, 120) ?? ''}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What moved on the page that is loaded, and how much: the sum of Chromium's scores, of which up to 0.1 is called good. */
export async function layoutShifts(page: Page): Promise<Shifts> {
  return page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    return (globalThis as unknown as { layoutShifts: Shifts }).layoutShifts;
  });
}
