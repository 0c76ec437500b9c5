/** Repeatable chance: the same seed tells the same story on every machine. */
export type Chance = {
  /** 0 ≤ x < 1 */
  next(): number;
  /** lowest … highest, whole */
  between(lowest: number, highest: number): number;
  pick<T>(items: readonly T[]): T;
  happens(share: number): boolean;
};

/** mulberry32, seeded by text so that each part of the demo has its own stream and none disturbs another. */
export function chanceOf(seed: string): Chance {
  let state = [...seed].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (lowest, highest) => lowest + Math.floor(next() * (highest - lowest + 1)),
    pick: (items) => items[Math.floor(next() * items.length)]!,
    happens: (share) => next() < share,
  };
}
