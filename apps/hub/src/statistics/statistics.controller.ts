import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Day, headline, ledgerAddsUp, monthOf, weekOf } from '#core';
import { HubStore } from '#store';
import { SimulatedTime } from '../exchange/simulated-time.js';
import { PLAYED } from '../overview/overview-of.js';
import { withKeptItems } from './kept-json.js';
import { periodOf } from './period.js';
import { firstCounted, timeSeries } from './time-series.js';
import { Needs } from '../security/principal.js';

/** What was sent and received, as the reports count it. Every figure says as of when. For operators. */
@ApiTags('statistics')
@ApiQuery({ name: 'from', required: false, example: '2019-03-12', description: 'First day, Asia/Ho_Chi_Minh' })
@ApiQuery({ name: 'to', required: false, example: '2020-04-17', description: 'Last day, included; today if absent' })
@Needs('viewer')
@Controller('api/v1/statistics')
export class StatisticsController {
  constructor(
    private readonly store: HubStore,
    private readonly simulatedTime: SimulatedTime,
  ) {}

  @Get('totals')
  @ApiOperation({ summary: 'Sent and received of a period, with the sentence of the reports' })
  async totals(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    const counts = await this.store.statistics.totals(from, to);
    const { isOn: simulation } = this.simulatedTime;
    const sentence = headline(from, to, counts.sent, counts.received);
    return { asOf, from, to, ...counts, simulation, sentence: simulation ? `${PLAYED} ${sentence}` : sentence };
  }

  @Get('by-day')
  @ApiOperation({ summary: 'Sent and received of each day, and since 12/3/2019; days without traffic are left out' })
  byDay(@Query() query: unknown): Promise<unknown> {
    return this.series(query, 'day', (day) => day);
  }

  @Get('by-week')
  @ApiOperation({ summary: 'The same by weeks of ISO 8601, from Monday to Sunday' })
  byWeek(@Query() query: unknown): Promise<unknown> {
    return this.series(query, 'week', weekOf);
  }

  @Get('by-month')
  @ApiOperation({ summary: 'The same by months' })
  byMonth(@Query() query: unknown): Promise<unknown> {
    return this.series(query, 'month', monthOf);
  }

  @Get('by-agency')
  @ApiOperation({ summary: 'Sent and received of each agency' })
  async byAgency(@Query() query: unknown): Promise<StreamableFile> {
    const { from, to, asOf } = periodOf(query);
    return withKeptItems({ asOf, from, to }, await this.store.statistics.byAgency(from, to));
  }

  @Get('by-branch')
  @ApiOperation({ summary: 'Sent and received of each ministry and province, with everything below it' })
  async byBranch(@Query() query: unknown): Promise<unknown> {
    const { from, to, asOf } = periodOf(query);
    return { asOf, from, to, items: await this.store.breakdowns.byBranch(from, to) };
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

  private async series(query: unknown, name: string, labelOf: (day: Day) => string): Promise<unknown> {
    const { asOf, ...period } = periodOf(query);
    const days = await this.store.statistics.byDay(firstCounted(period), period.to);
    return { asOf, ...period, items: timeSeries(days, period, { name, labelOf }) };
  }
}
