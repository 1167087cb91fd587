import { setTimeout as pause } from 'node:timers/promises';
import { type Day } from '#core';
import { type HubClient } from '#wire';
import { receiverNumber, SENDER_CODE } from './load-agencies.js';

/** What the hub has counted for the agencies of a run. What others send meanwhile does not touch it. */
export interface HubFigures {
  readonly sent: number;
  readonly received: number;
}

/** Figures as they stood at some moment, of what happened from a day on. */
export interface FiguresSince extends HubFigures {
  readonly since: Day;
}

const WITHIN_MS = 5_000;
const EVERY_MS = 200;

/** The figures since a day, as they stand now: of few days, so that they can be asked for again and again. */
export async function hubFigures(hub: HubClient, since: Day): Promise<FiguresSince> {
  const { items } = await hub.statistics.byAgency({ from: since });
  const received = items.filter(({ code }) => receiverNumber(code) !== undefined);
  return {
    since,
    sent: items.find(({ code }) => code === SENDER_CODE)?.sent ?? 0,
    received: received.reduce((sum, item) => sum + item.received, 0),
  };
}

/** What the figures have grown by since `before`; waits a few seconds for `expected`, since the last receipts may still be on their way. */
export async function growth(hub: HubClient, before: FiguresSince, expected: HubFigures): Promise<HubFigures> {
  const deadline = performance.now() + WITHIN_MS;
  for (;;) {
    const now = await hubFigures(hub, before.since);
    const grown = { sent: now.sent - before.sent, received: now.received - before.received };
    const isExpected = grown.sent === expected.sent && grown.received === expected.received;
    if (isExpected || performance.now() > deadline) return grown;
    await pause(EVERY_MS);
  }
}
