import { expect } from 'vitest';

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * Fails when one of the ways takes another time than the first: medians further apart than 20 % (R22, R40). The ways are
 * taken in turn and in every order, so that a busy machine and a warm cache are the same for all. Noise averages out
 * with more rounds, a real difference does not: it is measured on, up to eight times `rounds`, until it is within the
 * bound.
 * @param ways each does the thing once and resolves with the milliseconds that count
 */
export async function expectSameTime(
  ways: Readonly<Record<string, (round: number) => Promise<number>>>,
  rounds = 50,
): Promise<void> {
  const names = Object.keys(ways);
  const runs = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  const ratios = () => {
    const [first, ...others] = names.map((name) => median(runs[name]!));
    return others.map((other) => other / first!);
  };
  const isSame = () => ratios().every((ratio) => ratio < 1.2 && ratio > 1 / 1.2);
  for (let round = 0; round < rounds * 8 && !(round >= rounds && round % 10 === 0 && isSame()); round++) {
    const turned = [...names.slice(round % names.length), ...names.slice(0, round % names.length)];
    const order = Math.floor(round / names.length) % 2 ? turned.reverse() : turned;
    for (const name of order) runs[name]!.push(await ways[name]!(round));
  }
  const told = names.map((name) => `${name} ${median(runs[name]!).toFixed(2)} ms`).join(', ');
  for (const ratio of ratios()) {
    expect(ratio, told).toBeLessThan(1.2);
    expect(ratio, told).toBeGreaterThan(1 / 1.2);
  }
}
