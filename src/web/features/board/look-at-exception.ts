import type { AppointmentView } from '#contract/job.ts';
import { msOf } from '#domain/time.ts';
import { isParkedVisit } from '../../parts/visit-flags.ts';
import { announce } from '../../ui/announcer.tsx';
import type { BoardSearch } from './board-search.ts';
import { barIdOf } from './day/bars.ts';
import type { ExceptionKind } from './day/exceptions.ts';
import type { Shown } from './day/use-shown.ts';
import type { GridHandle } from './grid-host.tsx';

/** Dims all but the visits of a kind and brings the first into view; the unassigned are in the tray. Null: all again. */
export function lookAtException(
  kind: ExceptionKind | null,
  shown: Shown,
  handle: GridHandle | null,
  onSearchChange: (changes: Partial<BoardSearch>) => void,
): void {
  shown.setFocused(kind);
  if (kind === null) return;
  if (kind === 'unassigned') {
    onSearchChange({ tray: undefined, appointment: undefined });
    return;
  }
  const [first] = barsOf(shown, kind);
  if (!first) return;
  const visit = shown.index.visits.get(first.visitId)!;
  handle?.grid.scrollToTechnician(first.technicianId);
  handle?.grid.scrollToTime(msOf(visit.start));
}

const lanesOf = (visit: AppointmentView): readonly number[] =>
  isParkedVisit(visit) ? [visit.holdingLaneId!] : visit.assignments.map(({ technicianId }) => technicianId);

/** The visits of a kind in open lanes, by time; of a crew one bar. */
function barsOf({ exceptions, index, open, holding }: Shown, kind: ExceptionKind) {
  const lanes = new Set([
    ...open.map(({ technician }) => technician.id),
    ...holding.map(({ lane }) => lane.id),
  ]);
  return exceptions[kind].flatMap((visitId) => {
    const visit = index.visits.get(visitId);
    const technicianId = visit && lanesOf(visit).find((id) => lanes.has(id));
    return technicianId === undefined ? [] : [{ visitId, technicianId }];
  });
}

export type SteppedTo = { readonly barId: string; readonly place: number; readonly of: number };

/**
 * The next of what is looked at, or the one before: in view, marked and said.
 * @param at the bar marked now
 * @returns the bar to be marked, the how-manieth it is; null when there is none
 */
export function stepToException(
  kind: ExceptionKind,
  by: 1 | -1,
  at: string | null,
  shown: Shown,
  handle: GridHandle | null,
): SteppedTo | null {
  const bars = barsOf(shown, kind).map(({ visitId, technicianId }) => barIdOf(visitId, technicianId));
  const before = at === null ? -1 : bars.indexOf(at);
  const next = before < 0 ? (by > 0 ? 0 : bars.length - 1) : (before + by + bars.length) % bars.length;
  const barId = bars[next];
  if (barId === undefined) {
    const hidden = shown.exceptions[kind].length;
    announce(hidden > 0 ? `${hidden} in groups that are closed.` : 'None of them is in the lanes.');
    return null;
  }
  handle?.grid.reveal(barId);
  const name =
    handle?.grid.elementOf(barId)?.ariaLabel ??
    shown.index.visits.get(Number(barId.slice(0, barId.indexOf(':'))))?.customerName ??
    '';
  announce(`${next + 1} of ${bars.length}: ${name}. Enter goes to it, Escape leaves.`);
  return { barId, place: next + 1, of: bars.length };
}
