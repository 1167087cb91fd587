import { AccountRow, ProgramTokenRow, SessionRow } from './account-rows.js';
import { DeadLetterRow, RefusalRow } from './failure-rows.js';
import { AgencyRow, SystemCodeRow, SystemRow } from './registry-rows.js';

/** The rows that query builders work with; the main job's tables are written and read by statements of their own, for speed. */
export const HUB_ROWS = [
  ...[SystemRow, SystemCodeRow, AgencyRow, RefusalRow, DeadLetterRow],
  ...[AccountRow, SessionRow, ProgramTokenRow],
] as const;
