import { type z } from 'zod';
import * as bodies from './breakdown-bodies.js';
import { type HttpCaller } from './http-caller.js';
import {
  byAgencySchema,
  byDaySchema,
  byTierSchema,
  type ByAgency,
  type ByDay,
  type ByTier,
} from './statistics-bodies.js';

/** First and last day, both included, `yyyy-MM-dd` of Hanoi; everything when left out. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The hub's figures by what they are about. */
export class StatisticsClient {
  constructor(private readonly http: HttpCaller) {}

  byDay(period: Period = {}): Promise<ByDay> {
    return this.get(byDaySchema, 'by-day', period);
  }

  byWeek(period: Period = {}): Promise<bodies.ByWeek> {
    return this.get(bodies.byWeekSchema, 'by-week', period);
  }

  byMonth(period: Period = {}): Promise<bodies.ByMonth> {
    return this.get(bodies.byMonthSchema, 'by-month', period);
  }

  byTier(period: Period = {}): Promise<ByTier> {
    return this.get(byTierSchema, 'by-tier', period);
  }

  byBranch(period: Period = {}): Promise<bodies.ByBranch> {
    return this.get(bodies.byBranchSchema, 'by-branch', period);
  }

  byAgency(period: Period = {}): Promise<ByAgency> {
    return this.get(byAgencySchema, 'by-agency', period);
  }

  byType(period: Period = {}): Promise<bodies.ByType> {
    return this.get(bodies.byTypeSchema, 'by-type', period);
  }

  byPriority(period: Period = {}): Promise<bodies.ByPriority> {
    return this.get(bodies.byPrioritySchema, 'by-priority', period);
  }

  byPaper(period: Period = {}): Promise<bodies.ByPaper> {
    return this.get(bodies.byPaperSchema, 'by-paper', period);
  }

  byStatus(period: Period = {}): Promise<bodies.ByStatus> {
    return this.get(bodies.byStatusSchema, 'by-status', period);
  }

  coverage(period: Period = {}): Promise<bodies.CoverageAnswer> {
    return this.get(bodies.coverageSchema, 'coverage', period);
  }

  punctuality(period: Period = {}): Promise<bodies.PunctualityAnswer> {
    return this.get(bodies.punctualitySchema, 'punctuality', period);
  }

  /** The `limit` pairs with the most deliveries, at most 10,000. */
  byPair(period: Period & { readonly limit?: number | undefined } = {}): Promise<bodies.ByPair> {
    return this.get(bodies.byPairSchema, 'by-pair', period);
  }

  private get<T>(schema: z.ZodType<T>, what: string, query: Period): Promise<T> {
    return this.http.json(schema, { path: `/api/v1/statistics/${what}`, query: { ...query } });
  }
}
