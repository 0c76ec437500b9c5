import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BestWindowView, CapacityWindow } from '#contract/capacity.ts';
import type { Setup } from '#contract/setup.ts';
import type { JobPriority } from '#domain/job/job-card.ts';
import { addDays, type Day, dayOf, type Instant } from '#domain/time.ts';
import { capacityQueries } from '../../data/capacity.ts';
import { type ArrivalWindow, arrivalWindows } from './arrival-windows.ts';

export const DAYS_SHOWN = 7;
/** As many as the server answers at once. */
const DAYS_ASKED = 14;

/** One window of one day; `capacity` null: nobody has said yet how full it is. */
export type WindowCell = ArrivalWindow & { readonly day: Day; readonly capacity: CapacityWindow | null };
export type ShownWindows = {
  readonly today: Day;
  readonly firstDay: Day;
  readonly days: readonly Day[];
  readonly cells: readonly WindowCell[];
  readonly best: readonly BestWindowView[];
  /** The capacity on show is of what was asked before. */
  readonly isOld: boolean;
  readonly hasFailed: boolean;
  readonly showFrom: (day: Day) => void;
};

/** What the visit is for; null as long as it is not known. */
type Wanted = {
  readonly jobTypeId: number | null;
  readonly businessUnitId: number | null;
  readonly priority: JobPriority;
  readonly locationId: number | null;
  /** Of a place that is only being made: its zone and the middle of its postal code count as they will for its booking. */
  readonly zip?: string | undefined;
  /** Named for it; null: none, left out: that of its postal code. */
  readonly zoneId?: number | null | undefined;
  readonly customerId: number | null;
};
type Asked = {
  readonly wanted: Wanted;
  readonly setup: Setup;
  readonly zone: string;
  readonly now: Instant;
  readonly mayAsk: boolean;
};

/** The windows of the days shown, with their capacity as soon as job type and business unit are known. */
export function useWindows({ wanted, setup, zone, now, mayAsk }: Asked): ShownWindows {
  const today = dayOf(now, zone);
  const [from, showFrom] = useState<Day | null>(null);
  const firstDay = from === null || from < today ? today : from;
  const days = Array.from({ length: DAYS_SHOWN }, (_, ahead) => addDays(firstDay, ahead));
  const { jobTypeId, businessUnitId, priority, locationId, zip, zoneId, customerId } = wanted;
  const asksFrom = firstDay < addDays(today, DAYS_SHOWN) ? today : firstDay;
  const { data, isPlaceholderData, isError } = useQuery({
    ...capacityQueries.windows({
      from: asksFrom,
      to: addDays(asksFrom, DAYS_ASKED - 1),
      jobTypeId: jobTypeId ?? 0,
      businessUnitId: businessUnitId ?? 0,
      priority,
      locationId: locationId ?? undefined,
      zip,
      zoneId,
      customerId: customerId ?? undefined,
    }),
    enabled: mayAsk && jobTypeId !== null && businessUnitId !== null,
  });
  const known = jobTypeId === null || businessUnitId === null ? undefined : data;
  const byPlace = new Map(known?.windows.map((one) => [`${one.day} ${one.key}`, one]));
  const cells = days.flatMap((day) =>
    arrivalWindows(day, { setup, businessUnitId, zone }, now).map((window) => ({
      ...window,
      day,
      capacity: byPlace.get(`${day} ${window.key}`) ?? null,
    })),
  );
  // The answer may be some seconds older than the clock on the wall.
  const isOver = ({ day, key }: BestWindowView) =>
    cells.some((cell) => cell.day === day && cell.key === key && cell.isPast);
  return {
    today,
    firstDay,
    days,
    cells,
    best: (known?.best ?? []).filter((one) => !isOver(one)),
    isOld: isPlaceholderData,
    hasFailed: isError,
    showFrom,
  };
}

/** Nobody can choose it: it is over, or closed for who may not book over it. */
export const isShut = ({ isPast, capacity }: WindowCell, mayOverbook: boolean): boolean =>
  isPast ||
  (capacity !== null && capacity.closed !== null && (capacity.closed.code === 'past' || !mayOverbook));
