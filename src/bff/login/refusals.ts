import type { Office } from '../office.ts';
import type { Gate } from './throttle.ts';

/** A minute's refusals at one gate are one row: whoever is throttled must not be able to fill the disk. */
export function isFirstRefusal({ clock, lastRefusals }: Office, gates: readonly Gate[]): boolean {
  const key = gates.map((gate) => gate.key).join();
  const before = lastRefusals.get(key);
  if (before !== undefined && Math.abs(clock.ms() - before) < 60_000) return false;
  if (lastRefusals.size > 1000) lastRefusals.clear();
  lastRefusals.set(key, clock.ms());
  return true;
}
