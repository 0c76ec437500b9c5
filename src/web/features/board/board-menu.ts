/** The menu of a bar and of its technician's lane: everything the mouse can do, for right click and Shift+F10. */
import type { AppointmentView } from '#contract/job.ts';
import { formatTimeRange } from '../../lib/format.ts';
import { nextStep, type Offers, type TechnicianOffer } from '../../parts/appointment-drawer/offers.ts';
import type { Command } from '../../parts/appointment-drawer/visit-requests.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import type { Lane } from './day/day-index.ts';
import type { SpanKind, SpanQuestion } from './spans/span-dialog.tsx';

const STEP_WORDS: Partial<Record<TechnicianOffer, readonly [verb: string, done: string]>> = {
  'appointments.dispatch': ['Dispatch', 'is on the way'],
  'appointments.arrive': ['Arrive', 'arrived'],
  'appointments.resumeWork': ['Resume', 'resumed'],
  'appointments.leave': ['Leave', 'left, done'],
};

export type VisitHands = {
  readonly onDetails: () => void;
  readonly onMoveTo: () => void;
  readonly onJoin: () => void;
  readonly onUnassign: () => void;
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
    { label: 'Open job', shortcut: 'Enter', onSelect: hands.onOpenJob },
    null,
  );
  return entries;
}

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
