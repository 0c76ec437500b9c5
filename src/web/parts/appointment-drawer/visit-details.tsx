import { useSuspenseQuery } from '@tanstack/react-query';
import { Pencil, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { JobView } from '#contract/job.ts';
import { setupQueries } from '../../data/setup.ts';
import { formatTimeRange } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { TechnicianPicker } from '../technician-picker.tsx';
import type { AppointmentDrawerProps } from './appointment-drawer.tsx';
import { HoldNotes } from './hold-notes.tsx';
import { InstructionsField } from './instructions-field.tsx';
import { JobActions } from './job-actions.tsx';
import type { Offers } from './offers.ts';
import { TechnicianRow } from './technician-row.tsx';
import { type NewTimes, TimesForm } from './times-form.tsx';
import { VisitActions } from './visit-actions.tsx';
import { VisitCustomer, VisitMarks, VisitTimes } from './visit-facts.tsx';
import type { Command, VisitRequest } from './visit-requests.ts';

export type VisitPartProps = Pick<AppointmentDrawerProps, 'visit' | 'zone' | 'onMoveTo'> & {
  offers: Offers;
  /** Undefined while the job is still being read. */
  job: JobView | undefined;
  busy: boolean;
  send: (command: Command, done: string, mine?: VisitRequest['mine']) => Promise<boolean>;
};

/** The first tab of the drawer. */
export function VisitDetails({
  visit,
  zone,
  commands,
  onMoveTo,
  offers,
  job,
}: AppointmentDrawerProps & { offers: Offers; job: JobView | undefined }) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const [editing, setEditing] = useState(false);
  const busy = commands.sending?.visit.id === visit.id;
  const send: VisitPartProps['send'] = async (command, done, mine) =>
    (await commands.send({ ...command, visit, done, mine })) !== null;
  const part: VisitPartProps = { visit, zone, onMoveTo, offers, job, busy, send };
  const saveTimes = async (times: NewTimes) => {
    const done = `#${visit.jobNumber} is now ${formatTimeRange(times.start, times.end, zone)}`;
    const kept = await send(
      { command: 'appointments.reschedule', input: { id: visit.id, ...changed(times, visit) } },
      done,
      times,
    );
    if (kept) setEditing(false);
  };
  const assign = (technicianId: number | null) => {
    if (technicianId === null) return;
    const name = setup.technicians.find(({ id }) => id === technicianId)?.name ?? 'Technician';
    const technicians = [...visit.assignments.map((one) => one.technicianId), technicianId];
    void send(
      { command: 'appointments.assign', input: { id: visit.id, technicianIds: [technicianId] } },
      `${name} added to #${visit.jobNumber}`,
      { technicians: technicians.map((id) => ({ technicianId: id })) },
    );
  };
  const skillIds = setup.jobTypes.find(({ id }) => id === visit.jobTypeId)?.skillIds;
  const assignLocked = offers.visit('appointments.assign');
  return (
    <div className="flex flex-col gap-3.5">
      <VisitMarks visit={visit} />
      <HoldNotes visit={visit} job={job} zone={zone} />
      <VisitCustomer visit={visit} />
      {editing ? (
        <TimesForm
          visit={visit}
          zone={zone}
          busy={busy}
          onSave={(times) => void saveTimes(times)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className="flex items-start justify-between gap-2">
          <VisitTimes visit={visit} zone={zone} />
          <Button
            icon={<Pencil aria-hidden />}
            disabledReason={offers.visit('appointments.reschedule')}
            onClick={() => setEditing(true)}
          >
            Change times
          </Button>
        </div>
      )}
      <section aria-label="Technicians">
        <h3 className="text-xs text-muted">Technicians</h3>
        <ul>
          {visit.assignments.map((assignment) => (
            <TechnicianRow
              key={assignment.technicianId}
              visit={visit}
              assignment={assignment}
              zone={zone}
              offers={offers}
              busy={busy}
              onCommand={(command, done) => void send(command, done)}
            />
          ))}
        </ul>
        {assignLocked === undefined ? (
          <div className="mt-1.5 flex items-center gap-2">
            <UserPlus aria-hidden className="size-4 shrink-0 text-icon" />
            <div className="min-w-0 flex-1">
              <TechnicianPicker
                aria-label="Add a technician"
                placeholder={visit.assignments.length === 0 ? 'Assign a technician…' : 'Add a technician…'}
                value={null}
                skillIds={skillIds}
                exclude={visit.assignments.map(({ technicianId }) => technicianId)}
                onValueChange={assign}
              />
            </div>
          </div>
        ) : (
          <p className="mt-1.5 text-xs text-muted">{assignLocked}</p>
        )}
      </section>
      <VisitActions {...part} />
      <InstructionsField
        text={visit.specialInstructions}
        lockedBecause={offers.visit('appointments.instructions')}
        busy={busy}
        onSave={(text) =>
          void send(
            { command: 'appointments.instructions', input: { id: visit.id, text } },
            'Instructions saved',
            { specialInstructions: text },
          )
        }
      />
      <JobActions {...part} />
    </div>
  );
}

/** Only what differs is sent: the window somebody else changed meanwhile is none of this change's business. */
function changed(times: NewTimes, visit: AppointmentDrawerProps['visit']): Partial<NewTimes> {
  const fields = (['start', 'end', 'windowStart', 'windowEnd'] as const).filter(
    (field) => times[field] !== visit[field],
  );
  return Object.fromEntries(fields.map((field) => [field, times[field]]));
}
