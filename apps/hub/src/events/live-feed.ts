import { Injectable, type MessageEvent } from '@nestjs/common';
import { exhaustMap, filter, interval, map, merge, type Observable, takeUntil } from 'rxjs';
import { Callers } from '../security/callers.js';
import { type OperatorPrincipal } from '../security/principal.js';

const HEARTBEAT_MS = 15_000;
const LOOK_EVERY_MS = 2_000;

/** What operators hear as server-sent events: with heartbeats, and for as long as they may. */
@Injectable()
export class LiveFeed {
  constructor(private readonly callers: Callers) {}

  /** Messages for one listener. They end within some seconds once its session or account has ended or its token is revoked; listening keeps no session open. */
  to(listener: OperatorPrincipal, messages: Observable<MessageEvent>): Observable<MessageEvent> {
    const heartbeat = interval(HEARTBEAT_MS).pipe(map(() => ({ type: 'heartbeat', data: {} })));
    return merge(messages, heartbeat).pipe(takeUntil(this.endOf(listener)));
  }

  private endOf(listener: OperatorPrincipal): Observable<unknown> {
    return interval(LOOK_EVERY_MS).pipe(
      // While the store is away nobody knows, and nobody is sent away.
      exhaustMap(() => this.callers.isStillKnown(listener).catch(() => true)),
      filter((isStillKnown) => !isStillKnown),
    );
  }
}
