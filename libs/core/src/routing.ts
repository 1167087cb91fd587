import { type AgencyCode, ancestryOf } from './agency-code.js';

/** The system that serves an agency: that of the nearest agency at or above it; undefined while there is none. `systemOf` answers for one agency alone. */
export function nearestSystem(
  code: AgencyCode,
  systemOf: (code: AgencyCode) => string | undefined,
): string | undefined {
  for (const agency of ancestryOf(code)) {
    const system = systemOf(agency);
    if (system !== undefined) return system;
  }
  return undefined;
}
