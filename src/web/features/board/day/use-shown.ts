import { useMemo } from 'react';
import type { Day, Instant } from '#domain/time.ts';
import type { BoardSearch } from '../board-search.ts';
import { useExceptionFocus } from '../use-exception-focus.ts';
import { clashCount, exceptionsOf } from './exceptions.ts';
import { isInTray, lanesShown } from './filters.ts';
import { freeMinutes } from './free-hours.ts';
import { loadOf } from './lane-heads.ts';
import { useBoardDay, useGridLanes } from './use-board-day.ts';

export type Shown = ReturnType<typeof useShown>;

/** The day as the filters leave it: lanes and visits, what needs somebody, and what the grid draws of it. */
export function useShown(day: Day, timeZone: string, search: BoardSearch, now: Instant) {
  const index = useBoardDay(day, timeZone);
  const { start, end, appointments } = index.day;
  const { bu, zone, skill, tag, q } = search;
  const filters = useMemo(() => ({ bu, zone, skill, tag, q }), [bu, zone, skill, tag, q]);
  const lanes = useMemo(() => lanesShown(index, filters), [index, filters]);
  /** What concerns the technicians shown: theirs, and what could be given to them. */
  const visits = useMemo(() => {
    const shown = new Set(lanes.map(({ technician }) => technician.id));
    return appointments.filter((visit) =>
      visit.assignments.length > 0
        ? visit.assignments.some(({ technicianId }) => shown.has(technicianId))
        : isInTray(visit, index, filters),
    );
  }, [appointments, index, lanes, filters]);
  const exceptions = useMemo(() => exceptionsOf(visits, lanes, now), [visits, lanes, now]);
  const counts = useMemo(
    () => ({
      late: exceptions.late.length,
      overlap: clashCount(lanes),
      unconfirmed: exceptions.unconfirmed.length,
      unassigned: exceptions.unassigned.length,
    }),
    [exceptions, lanes],
  );
  const { focused, setFocused, isDimmed } = useExceptionFocus(exceptions, tag);
  const gridLanes = useGridLanes(index, lanes, now, isDimmed);
  const free = useMemo(() => freeMinutes(lanes, start, end), [lanes, start, end]);
  const units = useMemo(
    () => [...new Set(lanes.map(({ technician }) => technician.businessUnitId))],
    [lanes],
  );
  /** Mean load of those who work; null when nobody does. */
  const booked = useMemo(() => {
    const loads = lanes.flatMap((lane) => loadOf(lane) ?? []);
    return loads.length > 0 ? loads.reduce((sum, load) => sum + load, 0) / loads.length : null;
  }, [lanes]);
  return {
    index,
    filters,
    lanes,
    visits,
    exceptions,
    counts,
    focused,
    setFocused,
    gridLanes,
    free,
    units,
    booked,
  };
}
