import { seededChance } from '#domain/chance.ts';

/** Chance that says the same for the same seed. */
export type Picks = {
  /** 0 … n − 1 */
  below(n: number): number;
  share(of: number): boolean;
  of<T>(list: readonly T[]): T;
};

export function chanceFrom(seed: number): Picks {
  const next = seededChance(seed);
  return {
    below: (n) => Math.floor(next() * n),
    share: (of) => next() < of,
    of: (list) => list[Math.floor(next() * list.length)]!,
  };
}
