import { Ellipsis } from 'lucide-react';
import type { AppointmentView, AssignmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { formatTime } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { AssignmentStatusBadge } from '../status-badges.tsx';
import { isStamped, nextStep, type Offers, type TechnicianOffer } from './offers.ts';
import { StepTimeField, useStepTime } from './step-time-field.tsx';
import type { Command } from './visit-requests.ts';

const WORDS: Readonly<Record<TechnicianOffer, readonly [verb: string, done: string]>> = {
  'appointments.dispatch': ['Dispatch', 'is on the way'],
  'appointments.cancelDispatch': ['Cancel dispatch', 'was called back'],
  'appointments.arrive': ['Arrive', 'arrived'],
  'appointments.pause': ['Pause', 'paused'],
  'appointments.resumeWork': ['Resume', 'resumed'],
  'appointments.leave': ['Leave', 'left, done'],
  'appointments.unassign': ['Unassign', 'was taken off'],
  'appointments.reassign': ['Move', 'was moved'],
};

const NOW = { at: undefined, error: undefined };

export type TechnicianRowProps = {
  visit: AppointmentView;
  assignment: AssignmentView;
  zone: string;
  offers: Offers;
  busy: boolean;
  /** @returns whether it was done */
  onCommand: (command: Command, done: string) => Promise<boolean>;
};

/** One technician on the visit: where they are in the work, the next step as a button, the others in the menu. */
export function TechnicianRow({ visit, assignment, zone, offers, busy, onCommand }: TechnicianRowProps) {
  const { technicianId, technicianName, status, paused, override } = assignment;
  const step = nextStep(status, paused);
  const isBefore = step === 'appointments.dispatch' || step === 'appointments.arrive';
  const stepTime = useStepTime(isBefore ? visit.start : visit.end, zone);
  const act = async (name: TechnicianOffer, more: object = {}) => {
    const { at, error } = isStamped(name) ? stepTime.time : NOW;
    const refusal = error ?? (at && isStamped(name) ? offers.stepAt(name, technicianId, at) : undefined);
    stepTime.refuse(refusal);
    if (refusal !== undefined) return;
    const input =
      name === 'appointments.unassign'
        ? { id: visit.id, technicianIds: [technicianId] }
        : { id: visit.id, technicianId, ...(at && { at }), ...more };
    const word = 'comingBack' in more ? 'left and comes back' : WORDS[name][1];
    const done = `${technicianName} ${word}${at ? `, ${formatTime(at, zone)}` : ''}`;
    // The names of the table and their inputs belong together.
    if (await onCommand({ command: name, input } as Command, done)) stepTime.clear();
  };
  const entry = (name: TechnicianOffer): MenuEntry => ({
    label: WORDS[name][0],
    disabledReason: offers.technician(name, technicianId),
    onSelect: () => void act(name),
  });
  const entries: MenuEntry[] = [
    ...(
      [
        'appointments.dispatch',
        'appointments.arrive',
        'appointments.pause',
        'appointments.resumeWork',
      ] as const
    ).map(entry),
    entry('appointments.leave'),
    {
      label: 'Leave, comes back later',
      disabledReason: offers.technician('appointments.leave', technicianId),
      onSelect: () => void act('appointments.leave', { comingBack: true }),
    },
    null,
    entry('appointments.cancelDispatch'),
    { ...(entry('appointments.unassign') as object), danger: true } as MenuEntry,
  ];
  return (
    <li className="flex flex-col gap-1 border-b border-line py-1.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-28 flex-1 truncate font-medium">{technicianName}</span>
        <AssignmentStatusBadge assignment={assignment} />
        {step && (
          <Button
            busy={busy}
            disabledReason={offers.technician(step, technicianId)}
            aria-label={`${WORDS[step][0]} ${technicianName}`}
            onClick={() => void act(step)}
          >
            {WORDS[step][0]}
          </Button>
        )}
        <Menu
          trigger={
            <IconButton
              label={`More for ${technicianName}`}
              tooltip={false}
              icon={<Ellipsis aria-hidden />}
            />
          }
          entries={entries}
        />
      </div>
      <div className="flex items-start gap-2">
        <Stamps assignment={assignment} zone={zone} />
        {step && offers.technician(step, technicianId) === undefined && (
          <StepTimeField
            state={stepTime}
            label={`Time: ${WORDS[step][0]} ${technicianName}`}
            onEnter={() => void act(step)}
          />
        )}
      </div>
      {override && (
        <p className="text-xs text-status-overridden-fg">
          Booked over taken time, {formatTime(override.at, zone)}: {override.reason}
        </p>
      )}
    </li>
  );
}

const STAMPS = [
  ['dispatchedOn', 'on the way'],
  ['arrivedOn', 'arrived'],
  ['pausedOn', 'paused'],
  ['resumedOn', 'resumed'],
  ['doneOn', 'left'],
] as const;

/** Planned against actual: what was stamped, in the order it happens. */
function Stamps({ assignment, zone }: { assignment: AssignmentView; zone: string }) {
  const stamped = STAMPS.flatMap(([field, word]): [string, Instant][] => {
    const at = assignment[field];
    return at ? [[word, at]] : [];
  });
  return (
    <p className="min-w-0 flex-1 pt-1 text-xs text-muted tabular-nums">
      {stamped.map(([word, at]) => `${word} ${formatTime(at, zone)}`).join(' · ')}
    </p>
  );
}
