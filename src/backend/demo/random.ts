import { seededChance } from '#domain/chance.ts';

/** Repeatable chance: the same seed tells the same story on every machine. */
export type Dice = {
  /** 0 ≤ x < 1 */
  next(): number;
  /** lowest … highest, whole */
  between(lowest: number, highest: number): number;
  pick<T>(items: readonly T[]): T;
  happens(share: number): boolean;
};

/** Seeded by text, so that each part of the demo has its own stream and none disturbs another. */
export function chanceOf(seed: string): Dice {
  const next = seededChance(
    [...seed].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7),
  );
  return {
    next,
    between: (lowest, highest) => lowest + Math.floor(next() * (highest - lowest + 1)),
    pick: (items) => items[Math.floor(next() * items.length)]!,
    happens: (share) => next() < share,
  };
}
