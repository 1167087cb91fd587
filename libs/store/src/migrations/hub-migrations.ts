import { Exchange1583971200000 } from './1583971200000-exchange.js';
import { Counters1583971200001 } from './1583971200001-counters.js';
import { Registry1583971200002 } from './1583971200002-registry.js';
import { Failures1583971200003 } from './1583971200003-failures.js';
import { Mailboxes1583971200004 } from './1583971200004-mailboxes.js';
import { Breakdowns1583971200006 } from './1583971200006-breakdowns.js';
import { AgencyYears1583971200007 } from './1583971200007-agency-years.js';
import { Accounts1583971200008 } from './1583971200008-accounts.js';
import { Traffic1583971200009 } from './1583971200009-traffic.js';
import { Samples1583971200010 } from './1583971200010-samples.js';
import { DocumentSubjects1583971200011 } from './1583971200011-document-subjects.js';
import { Asked1583971200012 } from './1583971200012-asked.js';
import { RareStandings1583971200013 } from './1583971200013-rare-standings.js';
import { LargeBodies1583971200014 } from './1583971200014-large-bodies.js';
import { RecallsAndUpdates1583971200015 } from './1583971200015-recalls-and-updates.js';

/** The hub's tables, in the order they came. Never change one that has been released: add the next. */
export const HUB_MIGRATIONS = [
  Exchange1583971200000,
  Counters1583971200001,
  Registry1583971200002,
  Failures1583971200003,
  Mailboxes1583971200004,
  Breakdowns1583971200006,
  AgencyYears1583971200007,
  Accounts1583971200008,
  Traffic1583971200009,
  Samples1583971200010,
  DocumentSubjects1583971200011,
  Asked1583971200012,
  RareStandings1583971200013,
  LargeBodies1583971200014,
  RecallsAndUpdates1583971200015,
] as const;
