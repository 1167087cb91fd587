import { type LoadSettings } from '#wire';

/** What `truc load` asks for without options, but for what `over` says. */
export function aLoad(over: Partial<LoadSettings> = {}): LoadSettings {
  return {
    ...{ rate: 100, forMs: 60_000, recipients: 3.3, mix: [{ parts: 1, bytes: 6_144 }], urgent: 0, patienceMs: 30_000 },
    ...over,
  };
}
