const SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|PROTOCOL)/;

/**
 * SQLSTATE classes and codes that pass by themselves or by an operator's hand: 08 connection, 53 out of memory, disk or connections,
 * 57P shut down, 57014 timed out, 25006 read-only, 40001 and 40P01 lost a race again and again, 55000 database closed to connections, 55P03 lock not to be had, 58030 I/O.
 */
const SQLSTATE = /^(08...|53...|57P..|57014|25006|40001|40P01|55000|55P03|58030)$/;

const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOSPC|EIO|EROFS)$/;

/** What the drivers say without any code, of lost and of closed connections. */
const WORDS =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|AlreadyReleased|connection is not open|pool after calling end|NotConnected/i;

/** Thrown by every call after `close()`; an outage, since the process is on its way out and another will take over. */
export class StoreClosed extends Error {
  constructor() {
    super('The store is closed.');
    this.name = 'StoreClosed';
  }
}

/** What drivers put into their errors; not `instanceof Error`, since errors of other threads and contexts are not. */
interface DriverError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly driverError?: unknown;
  readonly cause?: unknown;
}

/** Whether trying again later may help: connection lost, locked, disk full, I/O error, read-only, closed. */
export function isOutage(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, message, code, driverError, cause } = error as DriverError;
  if (error instanceof StoreClosed || WORDS.test(`${String(name)} ${String(message)}`)) return true;
  if (typeof code === 'string' && [SQLITE, SQLSTATE, NETWORK].some((shape) => shape.test(code))) return true;
  return isOutage(driverError) || isOutage(cause);
}

/** Serialization failure or deadlock: the whole transaction may be run again at once. */
export function isLostRace(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, driverError } = error as DriverError;
  return code === '40001' || code === '40P01' || isLostRace(driverError);
}
