/** From the counters, and live what still waits; one statement, so one moment. Parameters: from, to, from, to. */
export const COUNTED_LEDGER = `SELECT ${['made', 'received', 'expired', 'withdrawn', 'failed']
  .map((name) => `COALESCE(CAST(SUM(l.${name}) AS bigint), 0) AS ${name}`)
  .join(', ')},
    (SELECT count(*) FROM deliveries e WHERE e.state = 'waiting' AND e.accepted_day BETWEEN ? AND ?) AS waiting
  FROM ledger_days l WHERE l.day BETWEEN ? AND ?`;
