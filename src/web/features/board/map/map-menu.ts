import type { AppointmentView } from '#contract/job.ts';
import { isUnassigned } from '../../../parts/visit-flags.ts';
import type { MenuEntry } from '../../../ui/menu.tsx';
import type { BoardHands } from '../use-board-hands.ts';
import { roundOf } from './map-canvas.tsx';
import type { BoardMapView } from './map-view.ts';
import type { Mark } from './marks.ts';
import type { Target } from './use-map-drag.ts';

export type VisitActs = {
  readonly open: (visit: AppointmentView, from: number | null) => void;
  readonly suggest: (visit: AppointmentView) => void;
};

/** What can be done with a visit of the map, for right click and Shift+F10. */
export const visitMenu = (
  visit: AppointmentView,
  from: number | null,
  hands: BoardHands,
  { open, suggest }: VisitActs,
): readonly MenuEntry[] => [
  `#${visit.jobNumber} ${visit.customerName}`,
  { label: 'Details', shortcut: 'Enter', onSelect: () => open(visit, from) },
  {
    label: 'Move to…',
    shortcut: 'T',
    disabledReason: hands.locked,
    onSelect: () => hands.moveTo(visit, from),
  },
  ...(isUnassigned(visit)
    ? [
        {
          label: 'Suggest a technician…',
          shortcut: 'S',
          disabledReason: hands.locked,
          onSelect: () => suggest(visit),
        },
      ]
    : []),
  ...(from === null
    ? []
    : [
        {
          label: 'Take off',
          shortcut: 'Del',
          disabledReason: hands.locked,
          onSelect: () => hands.unassign(visit, from),
        },
      ]),
  { label: 'Open job', onSelect: () => hands.openJob(visit) },
];

/** The visit under a right click: a row of the list, the focused mark, or what is drawn there; and whose round it is on. */
export function visitUnder(
  { target, clientX, clientY }: { target: EventTarget; clientX: number; clientY: number },
  view: BoardMapView | null | undefined,
  marks: readonly Mark[],
  visitOf: (id: number) => AppointmentView | undefined,
): { readonly visit: AppointmentView; readonly from: number | null } | null {
  const element = target as HTMLElement;
  const row = element.closest<HTMLElement>('[data-list-visit]');
  if (row) {
    const visit = visitOf(Number(row.dataset.listVisit));
    const round = element.closest<HTMLElement>('[data-round]');
    return visit ? { visit, from: round ? Number(round.dataset.round) : null } : null;
  }
  const focused = element.closest<HTMLElement>('[data-mark]');
  const mark = focused
    ? marks.find(({ visit }) => visit.id === Number(focused.dataset.mark))
    : view?.element.contains(element)
      ? view.markAt(insideOf(view.element, clientX, clientY))
      : null;
  return mark ? { visit: mark.visit, from: roundOf(mark) } : null;
}

/** What would take a visit let go there: a row, a round or a mark of it; the tray and "Nobody yet" take it off. */
export function targetUnder(view: BoardMapView | null | undefined, x: number, y: number): Target {
  const under = document.elementFromPoint(x, y);
  if (under?.closest('[data-tray], [data-nobody]')) return 'tray';
  const row = under?.closest<HTMLElement>('[data-round]');
  if (row) return { technicianId: Number(row.dataset.round) };
  if (!view || !under || !view.element.contains(under)) return null;
  const point = insideOf(view.element, x, y);
  const round = view.markAt(point)?.round ?? view.roundAt(point);
  return round ? { technicianId: round.technicianId } : null;
}

function insideOf(element: HTMLElement, clientX: number, clientY: number): { x: number; y: number } {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
