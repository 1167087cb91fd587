import { Controller, type MessageEvent, Sse } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { hanoiIso } from '#core';
import { interval, map, merge, type Observable } from 'rxjs';
import { Roster } from '../registry/roster.js';
import { type AxisEvent, AxisEvents } from './axis-events.js';
import { Needs } from '../security/principal.js';

const HEARTBEAT_MS = 15_000;

/** What happens on the axis, as it happens (server-sent events). For operators. */
@ApiTags('events')
@Needs('viewer')
@Controller('api/v1/events')
export class EventsController {
  constructor(
    private readonly events: AxisEvents,
    private readonly roster: Roster,
  ) {}

  @Sse()
  @ApiOperation({ summary: 'Live feed: accepted, arrived, status, refused' })
  feed(): Observable<MessageEvent> {
    const happenings = this.events.ofTheAxis.pipe(map((event) => ({ data: this.named(event) })));
    const heartbeat = interval(HEARTBEAT_MS).pipe(map(() => ({ type: 'heartbeat', data: {} })));
    return merge(happenings, heartbeat);
  }

  private named(event: AxisEvent): object {
    const from = 'from' in event ? { fromName: this.roster.nameOf(event.from) } : {};
    const recipient = 'recipient' in event ? { recipientName: this.roster.nameOf(event.recipient) } : {};
    return { ...event, at: hanoiIso(event.at), ...from, ...recipient };
  }
}
