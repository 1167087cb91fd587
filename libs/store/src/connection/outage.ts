const SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|PROTOCOL)/;

/**
 * SQLSTATE classes and codes that pass by themselves or by an operator's hand: 08 connection, 53 out of memory, disk or connections,
 * 57P shut down, 57014 timed out, 25006 read-only, 40001 and 40P01 lost a race again and again, 55P03 lock not to be had, 58030 I/O.
 */
const SQLSTATE = /^(08...|53...|57P..|57014|25006|40001|40P01|55P03|58030)$/;

const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOSPC|EIO|EROFS)$/;

/** What the pg driver says without any code. */
const WORDS = /Connection terminated|timeout exceeded when trying to connect|not queryable|QueryRunnerAlreadyReleased/i;

/** Thrown by every call after `close()`; an outage, since the process is on its way out and another will take over. */
export class StoreClosed extends Error {
  constructor() {
    super('The store is closed.');
    this.name = 'StoreClosed';
  }
}

/** Whether trying again later may help: connection lost, locked, disk full, I/O error, read-only, closed. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof StoreClosed || WORDS.test(`${error.name} ${error.message}`)) return true;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && [SQLITE, SQLSTATE, NETWORK].some((shape) => shape.test(code))) return true;
  return isOutage(driverError) || isOutage(error.cause);
}

/** Serialization failure or deadlock: the whole transaction may be run again at once. */
export function isLostRace(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: unknown };
  return code === '40001' || code === '40P01' || (driverError !== undefined && isLostRace(driverError));
}
