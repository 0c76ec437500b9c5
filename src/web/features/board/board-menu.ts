/** The menu of a bar and of its technician's lane: everything the mouse can do, for right click and Shift+F10. */
import type { BoardDay, BoardTechnician } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import { formatDay, formatTimeRange } from '../../lib/format.ts';
import { nextStep, type Offers, type TechnicianOffer } from '../../parts/appointment-drawer/offers.ts';
import type { Command } from '../../parts/appointment-drawer/visit-requests.ts';
import type { MovesQuestion } from '../../parts/moves-dialog.tsx';
import type { MenuAction, MenuEntry } from '../../ui/menu.tsx';
import type { ArrangeQuestion } from './arrange/arrange-question.ts';
import type { Lane } from './day/day-index.ts';
import type { SpanKind, SpanQuestion } from './spans/span-dialog.tsx';

const STEP_WORDS: Partial<Record<TechnicianOffer, readonly [verb: string, done: string]>> = {
  'appointments.dispatch': ['Dispatch', 'is on the way'],
  'appointments.arrive': ['Arrive', 'arrived'],
  'appointments.resumeWork': ['Resume', 'resumed'],
  'appointments.leave': ['Leave', 'left, done'],
};

type VisitHands = {
  readonly onDetails: () => void;
  readonly onMoveTo: () => void;
  readonly onPark: () => void;
  /** Why there is nowhere to park. */
  readonly noLane: string | undefined;
  readonly onJoin: () => void;
  readonly onUnassign: () => void;
  readonly onMoves: (question: MovesQuestion) => void;
  readonly onOpenJob: () => void;
  readonly onCommand: (command: Command, done: string) => void;
};

export function visitEntries(
  visit: AppointmentView,
  technicianId: number,
  offers: Offers,
  hands: VisitHands,
): MenuEntry[] {
  const assignment = visit.assignments.find((one) => one.technicianId === technicianId);
  const step = assignment && nextStep(assignment.status, assignment.paused);
  const words = step && STEP_WORDS[step];
  const entries: MenuEntry[] = [
    `#${visit.jobNumber} ${visit.customerName}`,
    { label: 'Details', shortcut: 'I', onSelect: hands.onDetails },
    {
      label: 'Move to…',
      shortcut: 'T',
      disabledReason: offers.technician('appointments.reassign', technicianId),
      onSelect: hands.onMoveTo,
    },
    { label: 'Add technician…', disabledReason: offers.visit('appointments.assign'), onSelect: hands.onJoin },
    {
      label: 'Park in…',
      shortcut: 'P',
      disabledReason: offers.visit('appointments.park') ?? hands.noLane,
      onSelect: hands.onPark,
    },
  ];
  if (assignment && step && words) {
    entries.push({
      label: `${words[0]} ${assignment.technicianName}`,
      disabledReason: offers.technician(step, technicianId),
      onSelect: () =>
        hands.onCommand(
          { command: step, input: { id: visit.id, technicianId } } as Command,
          `${assignment.technicianName} ${words[1]}`,
        ),
    });
  }
  entries.push(
    {
      label: 'Take off',
      shortcut: 'Del',
      disabledReason: offers.technician('appointments.unassign', technicianId),
      onSelect: hands.onUnassign,
    },
    { label: 'Who moved this…', onSelect: () => hands.onMoves(movesOfVisit(visit)) },
    { label: 'Open job', shortcut: 'Enter', onSelect: hands.onOpenJob },
    null,
  );
  return entries;
}

/** A bar of a holding lane: it is nobody's, so nothing is done to a technician. */
export function parkedEntries(
  visit: AppointmentView,
  lane: string,
  offers: Offers,
  isPast: boolean,
  hands: Pick<VisitHands, 'onDetails' | 'onMoves' | 'onMoveTo' | 'onPark' | 'onOpenJob'> & {
    readonly onUnpark: () => void;
  },
): MenuEntry[] {
  const title = `#${visit.jobNumber} ${visit.customerName}`;
  const open: MenuEntry = { label: 'Open job', shortcut: 'Enter', onSelect: hands.onOpenJob };
  if (isPast) return [title, { label: 'As it stood', shortcut: 'I', onSelect: hands.onDetails }, open, lane];
  return [
    title,
    { label: 'Details', shortcut: 'I', onSelect: hands.onDetails },
    {
      label: 'Move to…',
      shortcut: 'T',
      disabledReason: offers.visit('appointments.assign'),
      onSelect: hands.onMoveTo,
    },
    {
      label: 'Park in…',
      shortcut: 'P',
      disabledReason: offers.visit('appointments.park'),
      onSelect: hands.onPark,
    },
    {
      label: 'Out of the lane, to the tray',
      shortcut: 'Del',
      disabledReason: offers.visit('appointments.unpark'),
      onSelect: hands.onUnpark,
    },
    { label: 'Who moved this…', onSelect: () => hands.onMoves(movesOfVisit(visit)) },
    open,
  ];
}

export const holdingSettings = (onSelect: () => void): MenuAction => ({
  label: 'Holding lanes in Settings',
  onSelect,
});

const movesOfVisit = (visit: AppointmentView): MovesQuestion => ({
  title: `Who moved #${visit.jobNumber} ${visit.customerName}`,
  scope: { appointmentId: visit.id },
});

/**
 * What is done to all selected where the menu is opened on one of them; else to this visit and what stands around it.
 * @param locked why this person may not
 */
export function arrangeEntries(
  visit: AppointmentView,
  technicianId: number,
  selected: {
    readonly isOneOf: boolean;
    readonly barIds: readonly string[];
    readonly visitIds: readonly number[];
  },
  locked: string | undefined,
  hands: {
    readonly onAsk: (question: ArrangeQuestion) => void;
    readonly onToggle: () => void;
    /** Why no visit can be made here. */
    readonly makesNone: string | undefined;
    /** Why there is nowhere to park. */
    readonly noLane: string | undefined;
  },
): MenuEntry[] {
  const ask = (label: string, question: ArrangeQuestion, why = locked): MenuEntry => ({
    label,
    disabledReason: why,
    onSelect: () => hands.onAsk(question),
  });
  const toggle: MenuEntry = {
    label: selected.isOneOf ? 'Take out of the selection' : 'Select',
    shortcut: 'X',
    disabledReason: locked,
    onSelect: hands.onToggle,
  };
  const { barIds, visitIds } = selected;
  if (selected.isOneOf && visitIds.length > 1) {
    const [one, other] = visitIds as [number, number];
    return [
      `${visitIds.length} selected`,
      ask('Move all by…', { kind: 'moveBy', visitIds }),
      ask('Give all to…', { kind: 'giveTo', barIds }),
      ask('Park all in…', { kind: 'park', visitIds }, locked ?? hands.noLane),
      ...(visitIds.length === 2 ? [ask('Swap the two…', { kind: 'swap', visitId: one, other })] : []),
      toggle,
      null,
    ];
  }
  const visitId = visit.id;
  return [
    toggle,
    ask('Push the rest of the day…', { kind: 'push', visitId, technicianId }),
    ask('Swap with…', { kind: 'swap', visitId, other: null }),
    ask('Split…', { kind: 'split', visitId }, locked ?? hands.makesNone),
    ask('Duplicate', { kind: 'duplicate', visitId }, locked ?? hands.makesNone),
    null,
  ];
}

/** Everything that came to a technician's day or left it. */
export const movesEntry = (
  { id, name }: Pick<BoardTechnician, 'id' | 'name'>,
  { day, timeZone }: Pick<BoardDay, 'day' | 'timeZone'>,
  ask: (question: MovesQuestion) => void,
): MenuAction => ({
  label: 'Changes of this day…',
  onSelect: () =>
    ask({
      title: `${name}, ${formatDay(day)}: who changed what`,
      scope: { day, timeZone, technicianId: id },
    }),
});

/** On the board of a past minute: looking, nothing else. */
export const pastEntries = (
  visit: AppointmentView | null | undefined,
  technician: string,
  onDetails: () => void,
  onOpenJob: () => void,
  changes: MenuAction,
): MenuEntry[] =>
  visit
    ? [
        `#${visit.jobNumber} ${visit.customerName}`,
        { label: 'As it stood', shortcut: 'I', onSelect: onDetails },
        { label: 'Open job', shortcut: 'Enter', onSelect: onOpenJob },
        technician,
        changes,
      ]
    : [technician, changes];

/** @param locked why this person may not change absences and shifts */
export function laneEntries(
  { technician }: Lane,
  zone: string,
  locked: string | undefined,
  ask: (question: SpanQuestion) => void,
): MenuEntry[] {
  const add = (kind: SpanKind, label: string): MenuEntry => ({
    label,
    disabledReason: locked,
    onSelect: () => ask({ kind, technician, span: null }),
  });
  const change = (kind: SpanKind, span: NonNullable<SpanQuestion['span']>, fallback: string): MenuEntry => ({
    label: `Change ${span.label || fallback} ${formatTimeRange(span.start, span.end, zone)}…`,
    disabledReason: locked,
    onSelect: () => ask({ kind, technician, span }),
  });
  return [
    technician.name,
    add('timeOff', 'Add time off…'),
    add('nonJobEvent', 'Add event…'),
    add('shift', 'Add shift…'),
    ...technician.timeOff.map((span) => change('timeOff', span, 'time off')),
    ...technician.nonJobEvents.map((span) => change('nonJobEvent', span, 'event')),
    ...technician.shifts.map((span) => change('shift', span, 'shift')),
  ];
}
