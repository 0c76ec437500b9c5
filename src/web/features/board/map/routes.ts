/** The day's rounds as the map shows them: who drives from where to where in which order. Pure. */
import type { AppointmentView } from '#contract/job.ts';
import type { DayIndex } from '../day/day-index.ts';
import type { GridLane } from '../day/grid-sync.ts';
import type { GridBar } from '../grid/types.ts';
import { type LngLat, placeOf } from './geometry.ts';

export type Stop = {
  readonly visit: AppointmentView;
  /** Its bar on the lanes: status and flags are the same there and here. */
  readonly bar: GridBar;
  /** From 1, in the order of the day. */
  readonly number: number;
  /** null: nobody wrote down where it is. */
  readonly at: LngLat | null;
  /** From the stop before or from home; null: not known, or none. */
  readonly driveMinutes: number | null;
};

export type Round = {
  readonly technicianId: number;
  readonly name: string;
  /** A, B … Z, AA: what is told apart without colour. */
  readonly letter: string;
  readonly look: RoundLook;
  /** Where the day begins. */
  readonly home: LngLat | null;
  readonly stops: readonly Stop[];
  readonly driveMinutes: number;
};

export const HUES = 8;
export const DASHES = 3;
/** Which of the route colours and of the line patterns: neighbours in the list share neither. */
export type RoundLook = { readonly hue: number; readonly dash: number };

/** `A` … `Z`, `AA` … */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}

/** In the order of the rows on the board, without those of closed groups. */
export function roundsOf(index: DayIndex, gridLanes: readonly GridLane[]): readonly Round[] {
  const rows = gridLanes.flatMap(({ head, bars }) => {
    const lane = index.lanes.get(Number(head.id));
    return lane ? [{ technician: lane.technician, lane: bars }] : [];
  });
  return rows.map(({ technician, lane }, at): Round => {
    const bars = [...lane].sort((a, b) => a.start - b.start || a.end - b.end);
    const stops = bars.flatMap((bar): Omit<Stop, 'number'>[] => {
      const visit = bar.flags.busy ? undefined : index.visits.get(Number(bar.appointmentId));
      return visit ? [{ visit, bar, at: placeOf(visit), driveMinutes: bar.travelMinutes ?? null }] : [];
    });
    return {
      technicianId: technician.id,
      name: technician.name,
      letter: letterOf(at),
      look: { hue: at % HUES, dash: at % DASHES },
      home: placeOf(technician),
      stops: stops.map((stop, nth) => ({ ...stop, number: nth + 1 })),
      driveMinutes: stops.reduce((sum, stop) => sum + (stop.driveMinutes ?? 0), 0),
    };
  });
}

export type Leg = { readonly from: LngLat; readonly to: LngLat; readonly minutes: number | null };

/** From home over the stops whose place is known. Over one that is not known no minutes are told. */
export function legsOf({ home, stops }: Pick<Round, 'home' | 'stops'>): readonly Leg[] {
  const legs: Leg[] = [];
  let from = home;
  let isWhole = true;
  for (const { at, driveMinutes } of stops) {
    if (!at) {
      isWhole = false;
      continue;
    }
    if (from) legs.push({ from, to: at, minutes: isWhole ? driveMinutes : null });
    from = at;
    isWhole = true;
  }
  return legs;
}
