/** How long a server that does not answer is left alone: 5 s, 10, 20 … 5 min, or as long as it asks for. */
import type { Clock } from '#db/clock.ts';

const FIRST_MS = 5_000;
const LONGEST_MS = 5 * 60_000;

export type Pause = {
  isOver(): boolean;
  /** @returns how long it will be now */
  begin(askedMs: number | null): number;
  /** The server answered. */
  end(): void;
};

export function createPause(clock: Clock): Pause {
  let lastMs = 0;
  let until = 0;
  return {
    isOver: () => clock.ms() >= until,
    begin(askedMs) {
      lastMs = Math.min(lastMs === 0 ? FIRST_MS : 2 * lastMs, LONGEST_MS);
      const ms = Math.max(lastMs, askedMs ?? 0);
      until = clock.ms() + ms;
      return ms;
    },
    end() {
      lastMs = 0;
      until = 0;
    },
  };
}
