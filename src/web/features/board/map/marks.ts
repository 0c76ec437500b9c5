/** One mark per visit whose place is known: what it looks like, and where it stands beside others of the same house. Pure. */
import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { lookOf } from '../day/bars.ts';
import type { BarFlags, BarStatus } from '../grid/types.ts';
import { type LngLat, placeOf } from './geometry.ts';
import type { Round, Stop } from './routes.ts';

export type MarkLook = {
  readonly status: BarStatus;
  readonly isLate: boolean;
  readonly isUnconfirmed: boolean;
  readonly isPaused: boolean;
  /** `A3`; of a visit nobody has, when it is due: `8:00`. */
  readonly label: string;
  /** Of its technician's colours; null: nobody has it. */
  readonly hue: number | null;
};

export type Mark = {
  readonly visit: AppointmentView;
  readonly at: LngLat;
  /** Pixels beside the place, for those of one house. */
  readonly aside: number;
  readonly look: MarkLook;
  readonly technicianIds: readonly number[];
  readonly isDimmed: boolean;
  readonly stop: Stop | null;
  readonly round: Round | null;
};

/** With more technicians than that their letters are too many to be told apart, and too many pictures. */
export const MOST_LETTERS = 52;
export const ASIDE_PX = 30;

export type MarkQuestion = {
  readonly rounds: readonly Round[];
  /** Those nobody has. */
  readonly unassigned: readonly AppointmentView[];
  readonly now: Instant;
  readonly isDimmed: (visit: AppointmentView) => boolean;
  /** When it is due, in few letters. */
  readonly due: (visit: AppointmentView) => string;
};

const looks = (status: BarStatus, flags: BarFlags, label: string, hue: number | null): MarkLook => ({
  status,
  isLate: flags.late === true,
  isUnconfirmed: flags.unconfirmed === true,
  isPaused: flags.paused === true,
  label,
  hue,
});

/** In the order they are walked through: by technician and round, then what nobody has. A crew's visit is one mark. */
export function marksOf({ rounds, unassigned, now, isDimmed, due }: MarkQuestion): readonly Mark[] {
  const marks: Omit<Mark, 'aside'>[] = [];
  const seen = new Set<number>();
  const hasLetters = rounds.length <= MOST_LETTERS;
  for (const round of rounds) {
    for (const stop of round.stops) {
      const { visit, bar, at, number } = stop;
      if (!at || seen.has(visit.id)) continue;
      seen.add(visit.id);
      const label = hasLetters ? `${round.letter}${number}` : String(number);
      marks.push({
        visit,
        at,
        look: looks(bar.status, bar.flags, label, round.look.hue),
        technicianIds: visit.assignments.map(({ technicianId }) => technicianId),
        isDimmed: bar.flags.dimmed === true,
        stop,
        round,
      });
    }
  }
  for (const visit of unassigned) {
    const at = placeOf(visit);
    if (!at) continue;
    const { status, flags } = lookOf(visit, null, { now, isDimmed });
    marks.push({
      visit,
      at,
      look: looks(status, flags, due(visit), null),
      technicianIds: [],
      isDimmed: flags.dimmed === true,
      stop: null,
      round: null,
    });
  }
  return asideOf(marks);
}

/** Those of one house stand beside each other, centred on it. */
function asideOf(marks: readonly Omit<Mark, 'aside'>[]): readonly Mark[] {
  const houses = new Map<string, number[]>();
  marks.forEach(({ at }, index) => {
    const house = `${at.lng.toFixed(5)} ${at.lat.toFixed(5)}`;
    const there = houses.get(house);
    if (there) there.push(index);
    else houses.set(house, [index]);
  });
  const asides = new Map<number, number>();
  for (const there of houses.values()) {
    if (there.length === 1) continue;
    for (const [nth, index] of there.entries()) {
      asides.set(index, (nth - (there.length - 1) / 2) * ASIDE_PX);
    }
  }
  return marks.map((mark, index) => ({ ...mark, aside: asides.get(index) ?? 0 }));
}

/** The name of the picture of a mark: the same looks share one. */
export const imageOf = ({ look, isDimmed }: Pick<Mark, 'look' | 'isDimmed'>): string => {
  const { status, isLate, isUnconfirmed, isPaused, label, hue } = look;
  return [
    'mark',
    isDimmed ? 'dimmed' : '',
    isPaused && status === 'working' ? 'paused' : status,
    isLate ? 'late' : isUnconfirmed ? 'unconfirmed' : '',
    hue ?? '',
    label,
  ].join('|');
};

/** From one mark to the next by an arrow key: the nearest in that direction, what lies aside counts double. */
export function nextMark(
  from: { x: number; y: number },
  others: readonly { readonly id: number; readonly x: number; readonly y: number }[],
  direction: 'left' | 'right' | 'up' | 'down',
): number | null {
  const isAcross = direction === 'left' || direction === 'right';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  let best: { id: number; far: number } | null = null;
  for (const { id, x, y } of others) {
    const ahead = sign * (isAcross ? x - from.x : y - from.y);
    const aside = Math.abs(isAcross ? y - from.y : x - from.x);
    // Within 45° to either side: each direction has marks of its own.
    if (ahead <= 0 || aside > ahead * 1.5) continue;
    const far = ahead + 2 * aside;
    if (!best || far < best.far) best = { id, far };
  }
  return best?.id ?? null;
}
