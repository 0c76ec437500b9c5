import { useEffect, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import type { DayIndex, Lane } from '../day/day-index.ts';
import { type Suggestion, suggestFor } from './suggestion.ts';

type Suggestions = ReadonlyMap<number, Suggestion | null>;
const NONE: Suggestions = new Map();
/** Long enough that the cards of one screen are done in a few frames, short enough that no click waits for it. */
const SLICE_MS = 8;
/** After the last change: while moves come in quickly, hints may lag. */
const QUIET_MS = 150;

/** Hints for the visits shown, made between frames; until one is there its card says nothing. */
export function useSuggestions(
  index: DayIndex,
  visits: readonly AppointmentView[],
  lanes: readonly Lane[],
  now: Instant,
): Suggestions {
  const [found, setFound] = useState(NONE);
  useEffect(() => {
    const next = new Map<number, Suggestion | null>();
    let at = 0;
    const work = () => {
      const until = performance.now() + SLICE_MS;
      while (at < visits.length && performance.now() < until) {
        const visit = visits[at++]!;
        next.set(visit.id, suggestFor(index, visit, lanes, now));
      }
      if (at < visits.length) timer = setTimeout(work);
      else setFound(next);
    };
    let timer = setTimeout(work, QUIET_MS);
    return () => clearTimeout(timer);
  }, [index, visits, lanes, now]);
  return found;
}
