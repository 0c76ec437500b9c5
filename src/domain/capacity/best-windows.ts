/**
 * The windows to offer first, with reasons. Each factor brings points and the score is their sum, so that whoever asks
 * why can add them up (product.md, G7).
 */
import type { Id } from '../ids.ts';
import type { JobPriority } from '../job/job-card.ts';
import type { AskedWindow } from './facts.ts';
import type { WindowCapacity } from './window-capacity.ts';

/** What speaks for a window; `bestWindows` says how much. */
export const WINDOW_FACTORS = [
  'soon',
  'near',
  'sameTechnician',
  'openHours',
  'room',
] as const satisfies readonly WindowFactor['code'][];

type WindowFactor =
  | { readonly code: 'soon'; readonly points: number; readonly params: { readonly hours: number } }
  /** A technician has a visit so many minutes of driving away on that day. */
  | {
      readonly code: 'near';
      readonly points: number;
      readonly params: { readonly technicianId: Id; readonly minutes: number };
    }
  /** Was at this customer's last visit. */
  | {
      readonly code: 'sameTechnician';
      readonly points: number;
      readonly params: { readonly technicianId: Id };
    }
  /** Somebody is at the place then, as its business hours say. */
  | { readonly code: 'openHours'; readonly points: number; readonly params: Record<never, never> }
  | { readonly code: 'room'; readonly points: number; readonly params: { readonly percentFull: number } };

export type BestWindow = {
  readonly window: AskedWindow;
  /** Who would most likely go; null when nobody is planned yet. */
  readonly technicianId: Id | null;
  /** The sum of the factors' points. */
  readonly score: number;
  readonly factors: readonly WindowFactor[];
};

export type Preferences = {
  /** Minutes since 1970. */
  readonly now: number;
  readonly priority: JobPriority;
  /** Minutes of driving from the technician's nearest visit on that day; null: none, or nobody knows where. */
  readonly drive: (technicianId: Id, window: AskedWindow) => number | null;
  readonly lastTechnicianId: Id | null;
  /** Whether somebody is at the place; null: nobody has said. */
  readonly isSomebodyThere: (window: AskedWindow) => boolean | null;
};

const MOST = { near: 30, sameTechnician: 20, openHours: 10, room: 10 } as const;
/** What waiting a week costs: for a house without heat a day is dearer than the shortest drive, for a tune-up it is not. */
const MOST_SOON: Readonly<Record<JobPriority, number>> = { Low: 20, Normal: 40, High: 140, Urgent: 280 };
const SOON_HOURS = 7 * 24;
const NEAR_MINUTES = 30;

function factorsOf(one: WindowCapacity, technicianId: Id | null, wishes: Preferences): WindowFactor[] {
  const { window, percentFull } = one;
  const hours = Math.max(0, Math.round((window.from - wishes.now) / 60));
  const factors: WindowFactor[] = [
    {
      code: 'soon',
      points: Math.round(MOST_SOON[wishes.priority] * Math.max(0, 1 - hours / SOON_HOURS)),
      params: { hours },
    },
  ];
  const minutes = technicianId === null ? null : wishes.drive(technicianId, window);
  if (technicianId !== null && minutes !== null) {
    const points = Math.round(MOST.near * Math.max(0, 1 - minutes / NEAR_MINUTES));
    factors.push({ code: 'near', points, params: { technicianId, minutes } });
  }
  if (technicianId !== null && technicianId === wishes.lastTechnicianId) {
    factors.push({ code: 'sameTechnician', points: MOST.sameTechnician, params: { technicianId } });
  }
  if (wishes.isSomebodyThere(window)) {
    factors.push({ code: 'openHours', points: MOST.openHours, params: {} });
  }
  if (percentFull !== null) {
    const points = Math.round(MOST.room * (1 - percentFull / 100));
    factors.push({ code: 'room', points, params: { percentFull } });
  }
  return factors.filter(({ points }) => points > 0);
}

const scoreOf = (factors: readonly WindowFactor[]): number =>
  factors.reduce((sum, { points }) => sum + points, 0);

/** The best open windows, best first; of equal ones the sooner. Those promised beyond what fits come last. */
export function bestWindows(
  capacities: readonly WindowCapacity[],
  wishes: Preferences,
  count = 3,
): BestWindow[] {
  return capacities
    .filter(({ closed }) => closed === null)
    .map((one) => {
      const choices = (one.able.length > 0 ? one.able.map(({ technicianId }) => technicianId) : [null])
        .map((technicianId) => ({ technicianId, factors: factorsOf(one, technicianId, wishes) }))
        .sort((a, b) => scoreOf(b.factors) - scoreOf(a.factors));
      const { technicianId, factors } = choices[0]!;
      return { window: one.window, technicianId, score: scoreOf(factors), factors, last: one.isOverbooked };
    })
    .sort((a, b) => Number(a.last) - Number(b.last) || b.score - a.score || a.window.from - b.window.from)
    .slice(0, count)
    .map(({ last: _, ...best }) => best);
}
