import { Injectable } from '@nestjs/common';
import { Subject, type Observable } from 'rxjs';

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

/** The live feed. Nothing is kept: who listens hears what happens from then on. */
@Injectable()
export class AxisEvents {
  private readonly subject = new Subject<AxisEvent>();
  readonly stream: Observable<AxisEvent> = this.subject.asObservable();

  /** Costs nothing while nobody listens. */
  tell(events: () => Iterable<AxisEvent>): void {
    if (!this.subject.observed) return;
    for (const event of events()) this.subject.next(event);
  }
}
