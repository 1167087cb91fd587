import { Injectable, Logger } from '@nestjs/common';
import { hanoiDay } from '#core';
import { HubStore } from '#store';
import { type Overview } from '#wire';
import { catchError, defer, EMPTY, exhaustMap, map, type Observable, ReplaySubject, share, timer } from 'rxjs';
import { SimulatedTime } from '../exchange/simulated-time.js';
import { Roster } from '../registry/roster.js';
import { AbsentSystems } from './absent-systems.js';
import { overviewOf } from './overview-of.js';

const EVERY_MS = 1_000;
/** Less than the time between two, so that each is a new one. */
const FRESH_MS = 900;

/** The overview, put together at most once a second however many watch, and not at all when nobody does. */
@Injectable()
export class Overviews {
  private readonly logger = new Logger(Overviews.name);
  private current: { readonly begunAt: number; readonly overview: Promise<Overview> } | undefined;

  /** One every second as JSON, the last one at once. A moment at which the store is away is left out. */
  readonly live: Observable<string> = timer(0, EVERY_MS).pipe(
    exhaustMap(() => this.attempt()),
    share({ connector: () => new ReplaySubject<string>(1) }),
  );

  constructor(
    private readonly store: HubStore,
    private readonly absent: AbsentSystems,
    private readonly roster: Roster,
    private readonly simulatedTime: SimulatedTime,
  ) {}

  /** Less than a second old, or as new as it can be had. @throws AxisError STORE_AWAY */
  now(): Promise<Overview> {
    const begunAt = performance.now();
    if (this.current === undefined || begunAt - this.current.begunAt >= FRESH_MS) {
      const overview = this.putTogether();
      this.current = { begunAt, overview };
      overview.catch(() => (this.current = undefined));
    }
    return this.current.overview;
  }

  private async putTogether(): Promise<Overview> {
    const at = Date.now();
    const { isOn: simulation } = this.simulatedTime;
    const [figures, absent] = await Promise.all([
      this.store.overview.read({ at, day: simulation ? undefined : hanoiDay(at) }),
      this.absent.now(),
    ]);
    const nameOf = (code: string): string | undefined => this.roster.nameOf(code);
    return overviewOf(figures, { at, simulation, absent, nameOf, systems: this.roster.allSystems().length });
  }

  private attempt(): Observable<string> {
    return defer(() => this.now()).pipe(
      map((overview) => JSON.stringify(overview)),
      catchError((error: unknown) => {
        this.logger.warn(`There is no overview at the moment. ${String(error)}`);
        return EMPTY;
      }),
    );
  }
}
