import { useMemo, useState } from 'react';
import type { Day, Instant } from '#domain/time.ts';
import type { BoardSearch } from '../board-search.ts';
import { HOLDING_GROUP, holdingRowsMaker, holdingShown } from '../holding/holding-rows.ts';
import { useHeads, useRows } from '../rows/use-rows.ts';
import { useExceptionFocus } from '../use-exception-focus.ts';
import type { HoldingLane, Lane } from './day-index.ts';
import { clashCount, dueCount, exceptionsOf } from './exceptions.ts';
import { isInTray, lanesShown } from './filters.ts';
import { freeMinutes } from './free-hours.ts';
import { loadOf } from './lane-heads.ts';
import { useBoardDay, useGridLanes } from './use-board-day.ts';

export type Shown = ReturnType<typeof useShown>;

const NO_LANES: readonly HoldingLane[] = [];

/** The day as the filters leave it: lanes and visits, what needs somebody, and what the grid draws of it. */
export function useShown(day: Day, timeZone: string, search: BoardSearch, now: Instant) {
  const index = useBoardDay(day, timeZone, search.view === 'week', search.at);
  const { start, end, appointments } = index.day;
  const { bu, zone, skill, tag, q, group, order } = search;
  // A list that reads the same is the same, whoever wrote the address.
  const shutText = search.shut?.join(',');
  const shut = useMemo(() => shutText?.split(','), [shutText]);
  const filters = useMemo(() => ({ bu, zone, skill, tag, q }), [bu, zone, skill, tag, q]);
  const lanes = useMemo((): readonly Lane[] => lanesShown(index, filters), [index, filters]);
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
      over: exceptions.over.length,
      overlap: clashCount(lanes),
      unconfirmed: exceptions.unconfirmed.length,
      unassigned: exceptions.unassigned.length,
      due: dueCount(visits, now),
    }),
    [exceptions, lanes, visits, now],
  );
  const { focused, setFocused, isDimmed } = useExceptionFocus(day, exceptions, tag);
  const rows = useRows(index, lanes, { group, order }, shut, now);
  const drawn = useGridLanes(index, rows.open, now, isDimmed);
  const technicianRows = useHeads(rows, drawn, index, shut, now);
  const [holdingRows] = useState(holdingRowsMaker);
  const holding = useMemo(() => holdingShown(index, filters), [index, filters]);
  const isHoldingOpen = shut?.includes(HOLDING_GROUP) !== true;
  const gridLanes = useMemo(() => {
    const below = holdingRows(holding, isHoldingOpen, { index, now, isDimmed });
    return below.length > 0 ? [...technicianRows, ...below] : technicianRows;
  }, [holdingRows, holding, technicianRows, isHoldingOpen, index, now, isDimmed]);
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
    /** Without those in groups that are closed, in the order they stand in. */
    open: rows.open,
    groups: rows.groups,
    /** Holding lanes the filters leave, while their group is open. */
    holding: isHoldingOpen ? holding : NO_LANES,
    visits,
    exceptions,
    counts,
    focused,
    setFocused,
    isDimmed,
    gridLanes,
    free,
    units,
    booked,
  };
}
