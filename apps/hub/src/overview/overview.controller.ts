import { Controller, Get, type MessageEvent, Sse } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Overview } from '#wire';
import { interval, map, merge, type Observable } from 'rxjs';
import { Overviews } from './overviews.js';
import { Needs } from '../security/principal.js';

const HEARTBEAT_MS = 15_000;

/** Does it flow, what is stuck, who is absent, does it add up. For operators. */
@ApiTags('overview')
@Needs('viewer')
@Controller('api/v1/overview')
export class OverviewController {
  constructor(private readonly overviews: Overviews) {}

  @Get()
  @ApiOperation({ summary: 'Figures of now, all of one moment' })
  now(): Promise<Overview> {
    return this.overviews.now();
  }

  @Sse('live')
  @ApiOperation({ summary: 'The same every second, as server-sent events' })
  live(): Observable<MessageEvent> {
    const overviews = this.overviews.live.pipe(map((data) => ({ data })));
    const heartbeat = interval(HEARTBEAT_MS).pipe(map(() => ({ type: 'heartbeat', data: {} })));
    return merge(overviews, heartbeat);
  }
}
