import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Feed } from '#broker';
import { Observable, Subject } from 'rxjs';

/** Something that happened on the axis, as the live feed tells it. Times in epoch milliseconds. */
export type AxisEvent =
  | {
      readonly kind: 'accepted';
      readonly at: number;
      readonly documentId: string;
      readonly identity: string;
      readonly from: string;
      readonly subject: string;
      readonly recipients: readonly string[];
    }
  | {
      readonly kind: 'arrived';
      readonly at: number;
      readonly documentId: string;
      readonly identity: string;
      readonly recipient: string;
    }
  | {
      readonly kind: 'status';
      readonly at: number;
      readonly documentId: string;
      readonly identity: string;
      readonly from: string;
      readonly recipient: string;
      readonly code: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'refused';
      readonly at: number;
      readonly system: string;
      readonly code: string;
      readonly detail: string;
    };

/** What hubs tell one another: that somebody listens there (no events), or what happened. */
const TOPIC = 'events';
const CALL_EVERY_MS = 1_000;
/** Events in one message, far below what RabbitMQ takes; one may name some hundred recipients. */
const MOST_AT_ONCE = 200;
/** A hub that was not heard calling for so long has no listeners. */
const LISTENS_FOR_MS = 3_000;

/** The live feed. Nothing is kept: who listens hears what happens from then on. */
@Injectable()
export class AxisEvents implements OnApplicationShutdown {
  private readonly here = new Subject<AxisEvent>();
  private readonly everywhere = new Subject<AxisEvent>();
  private readonly calling = setInterval(() => this.call(), CALL_EVERY_MS).unref();
  private calledAt = -Infinity;

  /** What this hub does. */
  readonly ofThisHub: Observable<AxisEvent> = this.here.asObservable();

  /** What any hub of the axis does. */
  readonly ofTheAxis: Observable<AxisEvent> = new Observable((listener) => {
    const subscription = this.everywhere.subscribe(listener);
    this.call();
    return subscription;
  });

  constructor(private readonly feed: Feed) {
    feed.hear(TOPIC, (words) => this.take(JSON.parse(words.toString('utf8')) as AxisEvent[]));
  }

  onApplicationShutdown(): void {
    clearInterval(this.calling);
  }

  /** Tells what this hub did; the other hubs hear of it only while somebody listens there. */
  tell(events: () => Iterable<AxisEvent>): void {
    const told = [...events()];
    if (told.length === 0) return;
    for (const event of told) {
      this.here.next(event);
      this.everywhere.next(event);
    }
    if (performance.now() - this.calledAt > LISTENS_FOR_MS) return;
    for (let from = 0; from < told.length; from += MOST_AT_ONCE)
      this.feed.say(TOPIC, Buffer.from(JSON.stringify(told.slice(from, from + MOST_AT_ONCE))));
  }

  /** Asks the other hubs to tell what happens there. */
  private call(): void {
    if (this.everywhere.observed) this.feed.say(TOPIC, Buffer.from('[]'));
  }

  private take(told: readonly AxisEvent[]): void {
    if (told.length === 0) this.calledAt = performance.now();
    else for (const event of told) this.everywhere.next(event);
  }
}
