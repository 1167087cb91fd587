import { ancestryOf, isAgencyCode, parseAgencyCode } from '#core';
import { type ByAgency, type ByBranch } from '#wire';

/** What was sent and received in a period. */
export interface Volume {
  readonly sent: number;
  readonly received: number;
}

/** Volumes by canonical agency code; who is missing had none. */
export type Volumes = ReadonlyMap<string, Volume>;

/** Each agency's volume with everything below it. */
export function withBelow(items: ByAgency['items']): Volumes {
  const sums = new Map<string, Volume>();
  for (const { code, sent, received } of items) {
    for (const above of isAgencyCode(code) ? ancestryOf(parseAgencyCode(code)) : [code]) {
      const sum = sums.get(above);
      sums.set(above, { sent: sent + (sum?.sent ?? 0), received: received + (sum?.received ?? 0) });
    }
  }
  return sums;
}

/** Volumes of ministries and provinces, which the hub adds up itself. */
export function ofBranches(items: ByBranch['items']): Volumes {
  return new Map(
    items.map(({ branch, sent, received }) => [
      isAgencyCode(branch) ? parseAgencyCode(branch) : branch,
      { sent, received },
    ]),
  );
}

/** Each agency's own volume, without what is below it. */
export function own(items: ByAgency['items']): Volumes {
  return new Map(items.map(({ code, sent, received }) => [code, { sent, received }]));
}
