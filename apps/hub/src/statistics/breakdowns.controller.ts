import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { COVERED_BEFORE, PRIORITY_NAMES } from '#core';
import { HubStore } from '#store';
import { z } from 'zod';
import { periodOf } from './period.js';
import { paperFigures, share, statusesByTier } from './shares.js';
import { Needs } from '../security/principal.js';

const MOST_PAIRS = 10_000;
const page = z.object({ limit: z.coerce.number().int().min(1).max(MOST_PAIRS).default(100) });

/** What was sent, of which kind, how soon, and what became of it. Shares are from 0 to 1, absent where there is nothing to share. For operators. */
@ApiTags('statistics')
@ApiQuery({ name: 'from', required: false, example: '2019-03-12', description: 'First day, Asia/Ho_Chi_Minh' })
@ApiQuery({ name: 'to', required: false, example: '2020-04-17', description: 'Last day, included; today if absent' })
@Needs('viewer')
@Controller('api/v1/statistics')
export class BreakdownsController {
  constructor(private readonly store: HubStore) {}

  @Get('by-type')
  @ApiOperation({ summary: 'Documents and deliveries of each document type; unknown ones count as khác' })
  async byType(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    return { asOf, from, to, items: await this.store.breakdowns.byType(from, to) };
  }

  @Get('by-priority')
  @ApiOperation({ summary: 'Documents and deliveries by urgency, edXML Priority 0 to 4' })
  async byPriority(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    const rows = await this.store.breakdowns.byPriority(from, to);
    return { asOf, from, to, items: rows.map((row) => ({ ...row, name: PRIORITY_NAMES[row.priority] })) };
  }

  @Get('by-paper')
  @ApiOperation({ summary: 'With and without a paper copy; and of the 26 types of 4/2/2020 those that still had one' })
  async byPaper(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    return { asOf, from, to, ...paperFigures(await this.store.breakdowns.byPaper(from, to)) };
  }

  @Get('by-status')
  @ApiOperation({ summary: 'What became of the deliveries that arrived in the period, by tier, beside the targets' })
  async byStatus(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    return { asOf, from, to, items: statusesByTier(await this.store.breakdowns.byStatus(from, to)) };
  }

  @Get('coverage')
  @ApiOperation({ summary: 'Agencies of each tier that sent or received at least once, of those in the directory' })
  async coverage(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    const tiers = await this.store.breakdowns.coverage(from, to);
    const items = tiers.map((row) => ({ ...row, activeShare: share(row.active, row.agencies) }));
    return { asOf, from, to, goal: { share: 1, before: COVERED_BEFORE }, items };
  }

  @Get('punctuality')
  @ApiOperation({
    summary: 'How soon documents were sent after signing, and arrived and were registered after sending',
  })
  async punctuality(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    const tiers = await this.store.breakdowns.punctuality(from, to);
    const items = tiers.map((row) => ({
      ...row,
      sentInTimeShare: share(row.sentSameDay + row.sentNextMorning, row.sent),
      receivedSameDayShare: share(row.receivedSameDay, row.received),
      registeredSameDayShare: share(row.registeredSameDay, row.registered),
    }));
    return { asOf, from, to, items };
  }

  @Get('by-pair')
  @ApiQuery({
    name: 'limit',
    required: false,
    description: `At most so many pairs, up to ${MOST_PAIRS}; 100 if absent`,
  })
  @ApiOperation({ summary: 'Sender and recipient, the pairs with the most deliveries first; by the day of acceptance' })
  async byPair(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    const { total, items } = await this.store.breakdowns.pairs(from, to, page.parse(query).limit);
    return { asOf, from, to, total, items };
  }
}
