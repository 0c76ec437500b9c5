/** How often one network may ask in a minute, counted in this process: what nobody can guess needs no shared count. */
import type { Clock } from '#db/clock.ts';

const MINUTE_MS = 60_000;
/** Whoever comes from that many networks at once shares what is left of the minute. */
const MOST_NETWORKS = 10_000;

export function perMinute(clock: Pick<Clock, 'ms'>, most: number): (network: string) => boolean {
  let minute = -1;
  let counts = new Map<string, number>();
  return (network) => {
    const present = Math.floor(clock.ms() / MINUTE_MS);
    if (present !== minute) {
      minute = present;
      counts = new Map();
    }
    const key = counts.size >= MOST_NETWORKS && !counts.has(network) ? 'others' : network;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= most;
  };
}
