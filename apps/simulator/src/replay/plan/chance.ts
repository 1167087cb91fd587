import { crc32 } from 'node:zlib';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Chance that is the same at every run: the same seed gives the same sequence of answers. */
export class Chance {
  private readonly generator: RandomGenerator;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** Chance of something's own, whoever asks in whatever order: it depends on the text alone. */
  static of(text: string): Chance {
    return new Chance(crc32(text));
  }

  /** From 0 up to, but not including, 1. */
  share(): number {
    return uniformFloat64(this.generator);
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return uniformInt(this.generator, from, to);
  }

  happens(probability: number): boolean {
    return this.share() < probability;
  }

  /** One of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)] as T;
  }

  /** One of the list by weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let left = this.share() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [each, weight] of list) if ((left -= weight) < 0) return each;
    return (list.at(-1) as readonly [T, number])[0];
  }

  /** `count` different ones of the first `size` of the list, in no order; all of them when there are no more. */
  some<T>(list: readonly T[], count: number, size = list.length): T[] {
    const chosen = new Set<number>();
    const wanted = Math.min(count, size);
    // Floyd's sampling: one draw for each.
    for (let last = size - wanted; last < size; last += 1) {
      const drawn = this.whole(0, last);
      chosen.add(chosen.has(drawn) ? last : drawn);
    }
    return [...chosen].map((place) => list[place] as T);
  }
}
