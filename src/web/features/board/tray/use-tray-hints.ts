import { useEffect, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { useAtRest } from '../../../lib/when-opened.tsx';
import type { DayIndex, Lane } from '../day/day-index.ts';

/** By visit; null: nobody can take it. */
export type TrayHints = ReadonlyMap<number, string | null>;
const NONE: TrayHints = new Map();
/** Long enough that the cards of one screen are done in a few frames, short enough that no click waits for it. */
const SLICE_MS = 8;
/** After the last change: while moves come in quickly, hints may lag. */
const QUIET_MS = 150;

const readHints = () => import('./tray-hint.ts');

/** Hints for the visits shown, made between frames once the page is at rest; until one is there its card says nothing. */
export function useTrayHints(
  index: DayIndex,
  visits: readonly AppointmentView[],
  lanes: readonly Lane[],
  now: Instant,
): TrayHints {
  const [found, setFound] = useState(NONE);
  const isAtRest = useAtRest();
  useEffect(() => {
    if (!isAtRest || visits.length === 0) return;
    const next = new Map<number, string | null>();
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    const begin = async () => {
      // Not read (no network): the cards stay without, and the next change asks again.
      const code = await readHints().catch(() => null);
      if (isOver || !code) return;
      const hintFor = code.hinterOf(index, lanes, now);
      let at = 0;
      const work = () => {
        const until = performance.now() + SLICE_MS;
        while (at < visits.length && performance.now() < until) {
          const visit = visits[at++]!;
          next.set(visit.id, hintFor(visit));
        }
        if (at < visits.length) timer = setTimeout(work);
        else setFound(next);
      };
      work();
    };
    timer = setTimeout(() => void begin(), QUIET_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [index, visits, lanes, now, isAtRest]);
  return found;
}
