import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { hanoiDay, hanoiIso, headline, isDay, ledgerAddsUp } from '#core';
import { HubStore } from '#store';
import { z } from 'zod';

/** The day the axis opened; figures count from here unless asked otherwise. */
const OPENED = '2019-03-12';

const day = z.string().refine(isDay, 'a day yyyy-MM-dd that exists');
const period = z.object({ from: day.default(OPENED), to: day.optional() });

/** What was sent and received, as the reports count it. Every figure says as of when. For operators. */
@ApiTags('statistics')
@ApiQuery({ name: 'from', required: false, example: '2019-03-12', description: 'First day, Asia/Ho_Chi_Minh' })
@ApiQuery({ name: 'to', required: false, example: '2020-04-17', description: 'Last day, included; today if absent' })
@Controller('api/v1/statistics')
export class StatisticsController {
  constructor(private readonly store: HubStore) {}

  @Get('totals')
  @ApiOperation({ summary: 'Sent and received of a period, with the sentence of the reports' })
  async totals(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    const counts = await this.store.statistics.totals(from, to);
    return { asOf, from, to, ...counts, sentence: headline(from, to, counts.sent, counts.received) };
  }

  @Get('by-day')
  @ApiOperation({ summary: 'Sent and received of each day; days without traffic are left out' })
  async byDay(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    return { asOf, from, to, items: await this.store.statistics.byDay(from, to) };
  }

  @Get('by-agency')
  @ApiOperation({ summary: 'Sent and received of each agency' })
  async byAgency(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    const agencies = await this.store.statistics.byAgency(from, to);
    return { asOf, from, to, items: agencies.map(({ agency: code, ...counts }) => ({ code, ...counts })) };
  }

  @Get('by-tier')
  @ApiOperation({ summary: 'Sent and received of each tier of government' })
  async byTier(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    return { asOf, from, to, items: await this.store.statistics.byTier(from, to) };
  }

  @Get('ledger')
  @ApiOperation({ summary: 'Where the deliveries of a period of acceptance stand; always adds up' })
  async ledger(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    const ledger = await this.store.statistics.ledger(from, to);
    return { asOf, from, to, ...ledger, addsUp: ledgerAddsUp(ledger) };
  }
}

function periodOf(query: unknown): { from: string; to: string; asOf: string } {
  const now = Date.now();
  const { from, to = hanoiDay(now) } = period.parse(query);
  return { from, to, asOf: hanoiIso(now) };
}
