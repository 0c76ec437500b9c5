import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { Day } from '#domain/time.ts';
import type { ExceptionKind, Exceptions } from './day/exceptions.ts';

const NEVER = () => false;

/** Which exception is looked at: its visits stay, the others stand back; the same for a tag filter. */
export function useExceptionFocus(day: Day, exceptions: Exceptions, tags: readonly number[] | undefined) {
  const [chosen, setChosen] = useState<{ day: Day; kind: ExceptionKind | null }>({ day, kind: null });
  // Of another day the others are wanted.
  const focused = chosen.day === day ? chosen.kind : null;
  const setFocused = useCallback((kind: ExceptionKind | null) => setChosen({ day, kind }), [day]);
  const ids = focused === null ? null : exceptions[focused];
  // The same text for the same visits: a new list with the same content must not repaint every lane.
  const key = ids === null ? null : ids.join(' ');
  const wanted = useMemo(
    () => (key === null ? null : new Set(key.split(' ').filter(Boolean).map(Number))),
    [key],
  );
  useEffect(() => {
    if (key === '') setFocused(null);
  }, [key, setFocused]);
  const hasTags = tags !== undefined && tags.length > 0;
  const dims = useCallback(
    ({ id, tagIds }: AppointmentView) =>
      (wanted !== null && !wanted.has(id)) ||
      (tags !== undefined && tags.length > 0 && !tags.some((tag) => tagIds.includes(tag))),
    [wanted, tags],
  );
  return { focused, setFocused, isDimmed: wanted === null && !hasTags ? NEVER : dims };
}
