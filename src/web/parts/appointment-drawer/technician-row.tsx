import { Ellipsis } from 'lucide-react';
import type { AppointmentView, AssignmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { formatTime } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { AssignmentStatusBadge } from '../status-badges.tsx';
import { nextStep, type Offers, type TechnicianOffer } from './offers.ts';
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

export type TechnicianRowProps = {
  visit: AppointmentView;
  assignment: AssignmentView;
  zone: string;
  offers: Offers;
  busy: boolean;
  onCommand: (command: Command, done: string) => void;
};

/** One technician on the visit: where they are in the work, the next step as a button, the others in the menu. */
export function TechnicianRow({ visit, assignment, zone, offers, busy, onCommand }: TechnicianRowProps) {
  const { technicianId, technicianName, status, paused, override } = assignment;
  const step = nextStep(status, paused);
  const stepInput = { id: visit.id, technicianId };
  const act = (name: TechnicianOffer, more: object = {}) => {
    const input =
      name === 'appointments.unassign'
        ? { id: visit.id, technicianIds: [technicianId] }
        : { ...stepInput, ...more };
    const comingBack = 'comingBack' in more;
    // The names of the table and their inputs belong together.
    onCommand(
      { command: name, input } as Command,
      `${technicianName} ${comingBack ? 'left and comes back' : WORDS[name][1]}`,
    );
  };
  const entry = (name: TechnicianOffer): MenuEntry => ({
    label: WORDS[name][0],
    disabledReason: offers.technician(name, technicianId),
    onSelect: () => act(name),
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
      onSelect: () => act('appointments.leave', { comingBack: true }),
    },
    null,
    entry('appointments.cancelDispatch'),
    { ...(entry('appointments.unassign') as object), danger: true } as MenuEntry,
  ];
  return (
    <li className="flex flex-col gap-1 border-b border-line py-1.5">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{technicianName}</span>
        <AssignmentStatusBadge assignment={assignment} />
        {step && (
          <Button
            busy={busy}
            disabledReason={offers.technician(step, technicianId)}
            aria-label={`${WORDS[step][0]} ${technicianName}`}
            onClick={() => act(step)}
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
      <Stamps assignment={assignment} zone={zone} />
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
  if (stamped.length === 0) return null;
  return (
    <p className="text-xs text-muted tabular-nums">
      {stamped.map(([word, at]) => `${word} ${formatTime(at, zone)}`).join(' · ')}
    </p>
  );
}
