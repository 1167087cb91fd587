import { Controller, Get, type MessageEvent, Sse } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Overview } from '#wire';
import { map, type Observable } from 'rxjs';
import { LiveFeed } from '../events/live-feed.js';
import { Caller, Needs, type OperatorPrincipal } from '../security/principal.js';
import { Overviews } from './overviews.js';

/** Does it flow, what is stuck, who is absent, does it add up. For operators. */
@ApiTags('overview')
@Needs('viewer')
@Controller('api/v1/overview')
export class OverviewController {
  constructor(
    private readonly overviews: Overviews,
    private readonly feed: LiveFeed,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Figures of now, all of one moment' })
  now(): Promise<Overview> {
    return this.overviews.now();
  }

  @Sse('live')
  @ApiOperation({ summary: 'The same every second, as server-sent events' })
  live(@Caller() caller: OperatorPrincipal): Observable<MessageEvent> {
    return this.feed.to(caller, this.overviews.live.pipe(map((data) => ({ data }))));
  }
}
