import { OPENED } from '#core';
import { type HubClient, type ReckoningRow, type ReplaySettings } from '#wire';
import { scaled } from './plan/published.js';
import { type Tally } from './tally.js';

/** Published, planned and counted side by side: at every published day of the period, and at its end. */
export async function reckon(hub: HubClient, settings: ReplaySettings, planned: Tally): Promise<ReckoningRow[]> {
  const { from, to, scale } = settings;
  const published = from === OPENED ? scaled(scale).filter((volume) => volume.to <= to) : [];
  const ends = [...new Set([...published.map((volume) => volume.to), to])];
  const rows: ReckoningRow[] = [];
  for (const end of ends) {
    const { sent, received } = await hub.totals({ from, to: end });
    const volume = published.find((each) => each.to === end);
    rows.push({
      ...{ from, to: end, planned: planned.upTo(end), counted: { sent, received } },
      ...(volume === undefined ? {} : { published: { sent: volume.sent, received: volume.received } }),
    });
  }
  return rows;
}
