import { type Day } from '#core';
import { type Chance } from './chance.js';
import { joinedBy, type Kind, type ReplayAgency, type ReplaySystem } from './government.js';

/** Who writes to whom. */
export interface Correspondents {
  readonly system: ReplaySystem;
  readonly sender: ReplayAgency;
  /** As many as asked for, each once, none of them the sender. */
  readonly recipients: readonly ReplayAgency[];
}

/** From so many recipients on only a central agency's broadcast makes sense. */
const BROADCAST_FROM = 40;

/** How many documents of each way there are, by how many recipients they have. [ours] */
type Way = 'within' | 'upwards' | 'downwards' | 'across';
const ONE: readonly (readonly [Way, number])[] = [
  ['within', 48],
  ['upwards', 27],
  ['downwards', 15],
  ['across', 10],
];
const SEVERAL: readonly (readonly [Way, number])[] = [
  ['within', 62],
  ['upwards', 8],
  ['downwards', 22],
  ['across', 8],
];

/** Who within a province writes and is written to, once all have joined; those that have not leave their part to the others. [ours] */
const WITHIN: readonly (readonly [Kind | 'top', number])[] = [
  ['top', 40],
  ['department', 30],
  ['district', 21],
  ['commune', 9],
];

/** Chooses correspondents among those that have joined by the day. */
export class Correspondence {
  private readonly central: readonly ReplaySystem[];
  private readonly provinces: readonly ReplaySystem[];
  private day: Day = '';
  private readonly joined = new Map<readonly ReplayAgency[], number>();

  constructor(
    systems: readonly ReplaySystem[],
    private readonly chance: Chance,
  ) {
    this.central = systems.filter(({ isProvince }) => !isProvince);
    this.provinces = systems.filter(({ isProvince }) => isProvince);
  }

  /** The correspondents of the next document, of that day, with `count` recipients (1 to 93). */
  next(day: Day, count: number): Correspondents {
    this.turnTo(day);
    if (count >= BROADCAST_FROM) return this.broadcast(count);
    const way = this.chance.weighted(count === 1 ? ONE : SEVERAL);
    if (way === 'downwards') return this.from(this.chance.pick(this.central), undefined, count);
    const province = this.chance.pick(this.provinces);
    if (way === 'within') return this.from(province, province, count);
    if (way === 'upwards') return this.chosen(province, this.topOr(province), this.central.map(top), count);
    return this.chosen(province, this.topOr(province), this.provinces.map(top), count);
  }

  private turnTo(day: Day): void {
    if (day === this.day) return;
    this.day = day;
    for (const { below } of this.provinces) {
      for (const kind of Object.values(below)) this.joined.set(kind, joinedBy(kind, day));
    }
  }

  /** To every province, and to other central agencies beyond them. */
  private broadcast(count: number): Correspondents {
    const system = this.chance.pick(this.central);
    const sender = top(system);
    const provinces = this.chance.some(this.provinces, count).map(top);
    const others = this.central.filter((each) => each !== system);
    const rest = this.chance.some(others, count - provinces.length).map(top);
    return { system, sender, recipients: [...provinces, ...rest] };
  }

  /** Within a province between its agencies; from a central agency to provinces. */
  private from(system: ReplaySystem, within: ReplaySystem | undefined, count: number): Correspondents {
    if (within === undefined) return this.chosen(system, top(system), this.provinces.map(top), count);
    const sender = this.someone(within);
    const candidates = Array.from({ length: 2 * count + 1 }, () => this.someone(within));
    return this.chosen(system, sender, [...new Set(candidates)], count);
  }

  /** A province's committee writes to the outside itself mostly, else one of its departments. */
  private topOr({ top: committee, below: { department } }: ReplaySystem): ReplayAgency {
    const size = this.joined.get(department) ?? 0;
    if (size === 0 || this.chance.happens(0.6)) return committee;
    return department[this.chance.whole(0, size - 1)] ?? committee;
  }

  /** An agency of a province that has joined. */
  private someone({ top: committee, below }: ReplaySystem): ReplayAgency {
    const kind = this.chance.weighted(WITHIN);
    if (kind === 'top') return committee;
    const size = this.joined.get(below[kind]) ?? 0;
    return size === 0 ? committee : (below[kind][this.chance.whole(0, size - 1)] ?? committee);
  }

  /** `count` of the candidates; where they are too few, provinces and central agencies fill up. */
  private chosen(
    system: ReplaySystem,
    sender: ReplayAgency,
    candidates: readonly ReplayAgency[],
    count: number,
  ): Correspondents {
    const recipients = new Set(this.chance.some(candidates, count + 1).filter((each) => each !== sender));
    const fill = [...this.provinces, ...this.central];
    while (recipients.size < count) {
      const another = top(this.chance.pick(fill));
      if (another !== sender) recipients.add(another);
    }
    return { system, sender, recipients: [...recipients].slice(0, count) };
  }
}

function top(system: ReplaySystem): ReplayAgency {
  return system.top;
}
