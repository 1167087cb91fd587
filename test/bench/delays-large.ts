import { type LoadSettings } from '#wire';
import { onFreshAxis } from './delays-axis.js';
import { type Ground } from './ground.js';
import { runLoadOn } from './delays-run.js';

const MIB = 1024 * 1024;
const ATTACHMENT_BYTES = 1024 * MIB;
const HEADER_BYTES = 8 * 1024;
/** Base64 makes four bytes of three; the hub is told to take as much (its standard is 1,024 MB). */
const BODY_BYTES = Math.ceil(ATTACHMENT_BYTES / 3) * 4 + HEADER_BYTES;

/** How the document with the large attachment fared. */
export interface LargeDocument {
  readonly bodyMb: number;
  /** From the moment it was due: hashed and put by its sender, then accepted; and fetched whole, with the right digest. */
  readonly acceptedSeconds: number;
  readonly arrivedSeconds: number;
  readonly hubPeakMemoryMb: number;
}

/** One document with an attachment of 1 GB, by claim check to one receiving system, which fetches it and compares its digest. */
export function runLarge(ground: Ground): Promise<LargeDocument> {
  const env = { BODY_LIMIT_MB: String(Math.ceil(BODY_BYTES / MIB)) };
  return onFreshAxis(ground, { name: 'bench-large', env }, async (axis) => {
    const { acceptance, arrival } = await runLoadOn(axis, [ONE_LARGE], undefined);
    return {
      bodyMb: Math.round(BODY_BYTES / MIB),
      ...{ acceptedSeconds: acceptance.max / 1000, arrivedSeconds: arrival.max / 1000 },
      hubPeakMemoryMb: axis.hub.program.peakMemoryMb(),
    };
  });
}

const ONE_LARGE: LoadSettings = {
  ...{ rate: 1, forMs: 1000, recipients: 1, mix: [{ parts: 1, bytes: BODY_BYTES }] },
  ...{ urgent: 0, patienceMs: 0, json: true },
};
