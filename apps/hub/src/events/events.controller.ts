import { Controller, type MessageEvent, Sse } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { hanoiIso } from '#core';
import { map, type Observable } from 'rxjs';
import { Roster } from '../registry/roster.js';
import { type AxisEvent, AxisEvents } from './axis-events.js';
import { LiveFeed } from './live-feed.js';
import { Caller, Needs, type OperatorPrincipal } from '../security/principal.js';

/** What happens on the axis, as it happens (server-sent events). For operators. */
@ApiTags('events')
@Needs('viewer')
@Controller('api/v1/events')
export class EventsController {
  constructor(
    private readonly events: AxisEvents,
    private readonly roster: Roster,
    private readonly live: LiveFeed,
  ) {}

  @Sse()
  @ApiOperation({ summary: 'Live feed: accepted, arrived, status, refused' })
  feed(@Caller() caller: OperatorPrincipal): Observable<MessageEvent> {
    return this.live.to(caller, this.events.ofTheAxis.pipe(map((event) => ({ data: this.named(event) }))));
  }

  private named(event: AxisEvent): object {
    const from = 'from' in event ? { fromName: this.roster.nameOf(event.from) } : {};
    const recipient = 'recipient' in event ? { recipientName: this.roster.nameOf(event.recipient) } : {};
    return { ...event, at: hanoiIso(event.at), ...from, ...recipient };
  }
}
