import { setTimeout as pause } from 'node:timers/promises';
import { type HubClient } from '#wire';
import { type Words } from '#core';
import { eventLine } from './event-lines.js';

const AGAIN_MS = 1000;

/** Says a line for each event of the hub until `signal` is aborted; opens the feed again when the hub was away. Resolves once the feed is open for the first time. */
export function followLive(hub: HubClient, say: (line: Words) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    void (async () => {
      while (!signal.aborted) {
        await sayEvents(hub, { say, signal, opened: resolve }).catch(() => undefined);
        await pause(AGAIN_MS, undefined, { signal }).catch(() => undefined);
        resolve(); // a feed that does not open keeps nobody waiting
      }
    })();
  });
}

interface Listener {
  readonly say: (line: Words) => void;
  readonly signal: AbortSignal;
  readonly opened: () => void;
}

async function sayEvents(hub: HubClient, { say, signal, opened }: Listener): Promise<void> {
  const events = await hub.events(signal);
  opened();
  for await (const event of events) say(eventLine(event));
}
