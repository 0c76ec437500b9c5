/**
 * How long a randomised test runs. `npm test` runs the short form with a fixed seed, `npm run soak -- NAME --seed N
 * --count N` the long form of the same code (NAME filters by test file).
 */
const SHORT_SEED = 20_261_121;

/**
 * @param shortRuns how many cases `npm test` tries
 * @returns parameters for `fc.assert(property, soak(100))`, or for a loop of one's own
 */
export function soak(shortRuns: number): { seed: number; numRuns: number } {
  return {
    seed: Number(process.env.SOAK_SEED ?? SHORT_SEED),
    numRuns: Number(process.env.SOAK_COUNT ?? shortRuns),
  };
}

/** For the test around it: a machine is busy with other tests, too, and a long run ends when it ends. */
export const SOAK_TIMEOUT_MS = process.env.SOAK_COUNT ? 0 : 600_000;
