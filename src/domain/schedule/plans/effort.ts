/** How long a plan is worked on. */

/**
 * `looks`: of a few hundred steps each; where they are used up before the time is, the same question has the same answer
 * on every machine, so that a pinned visit does not change the rest. Who asks for a better day waits longer.
 */
const EFFORT = {
  absence: { ms: 1_200, looks: 60, looksPerVisit: 0 },
  optimise: { ms: 5_000, looks: 60, looksPerVisit: 4 },
} as const;
export type PlanKind = keyof typeof EFFORT;

/**
 * Share of the time used up, for `proposePlan`.
 * @param visits how many there are to plan
 * @param now milliseconds of any clock that only goes forward
 * @param onShare told each time it is asked
 */
export function effortOf(
  kind: PlanKind,
  visits: number,
  now: () => number,
  onShare?: (share: number) => void,
): () => number {
  const { ms, looks, looksPerVisit } = EFFORT[kind];
  const most = looks + looksPerVisit * visits;
  const begun = now();
  let looked = 0;
  return () => {
    looked += 1;
    const share = Math.max((now() - begun) / ms, looked / most);
    onShare?.(share);
    return share;
  };
}
