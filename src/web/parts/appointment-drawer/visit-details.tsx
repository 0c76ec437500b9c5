import { useSuspenseQuery } from '@tanstack/react-query';
import { Pencil, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { AppointmentView, JobCardView, JobView } from '#contract/job.ts';
import { LONGEST_EXTERNAL_KEY, LONGEST_INSTRUCTIONS } from '#domain/lengths.ts';
import { nameIn, setupQueries } from '../../data/setup.ts';
import { formatTimeRange } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { TechnicianPicker } from '../technician-picker.tsx';
import { isParkedVisit } from '../visit-flags.ts';
import type { AppointmentDrawerProps } from './appointment-drawer.tsx';
import { HoldNotes } from './hold-notes.tsx';
import { JobActions } from './job-actions.tsx';
import type { Offers } from './offers.ts';
import { TechnicianRow } from './technician-row.tsx';
import { type NewTimes, TimesForm } from './times-form.tsx';
import { VisitActions } from './visit-actions.tsx';
import { VisitCustomer, VisitMarks, VisitTimes } from './visit-facts.tsx';
import type { Command, VisitRequest } from './visit-requests.ts';
import { VisitTextField } from './visit-text-field.tsx';

export type VisitPartProps = Pick<AppointmentDrawerProps, 'visit' | 'zone' | 'onMoveTo' | 'onSuggest'> & {
  offers: Offers;
  /** Undefined while the job is still being read. */
  job: JobView | undefined;
  card: JobCardView | undefined;
  busy: boolean;
  send: (command: Command, done: string, mine?: VisitRequest['mine']) => Promise<boolean>;
};

/** The first tab of the drawer. */
export function VisitDetails({
  visit,
  zone,
  commands,
  onMoveTo,
  onSuggest,
  offers,
  card,
}: AppointmentDrawerProps & { offers: Offers; card: JobCardView | undefined }) {
  const job = card?.job;
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  // The visit as it was when its times were opened: what they are decided on.
  const [editing, setEditing] = useState<AppointmentView | null>(null);
  const busy = commands.sending?.visit.id === visit.id;
  const send: VisitPartProps['send'] = async (command, done, mine) =>
    (await commands.send({ ...command, visit, done, mine })) !== null;
  const part: VisitPartProps = { visit, zone, onMoveTo, onSuggest, offers, job, card, busy, send };
  const saveTimes = async (opened: AppointmentView, times: NewTimes) => {
    const done = `#${visit.jobNumber} is now ${formatTimeRange(times.start, times.end, zone)}`;
    const kept = await send(
      {
        command: 'appointments.reschedule',
        input: { id: visit.id, ...changed(times, opened), expected: [versionOf(opened)] },
      },
      done,
      times,
    );
    if (kept) setEditing(null);
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
          visit={editing}
          zone={zone}
          busy={busy}
          onSave={(times) => void saveTimes(editing, times)}
          onCancel={() => setEditing(null)}
        />
      ) : (
        <div className="flex items-start justify-between gap-2">
          <VisitTimes visit={visit} zone={zone} />
          <Button
            icon={<Pencil aria-hidden />}
            disabledReason={offers.visit('appointments.reschedule')}
            onClick={() => setEditing(visit)}
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
              onCommand={(command, done) => send(command, done)}
            />
          ))}
        </ul>
        {isParkedVisit(visit) && (
          <div className="flex items-center justify-between gap-2 py-1">
            <p>
              Parked in {nameIn(setup.holdingLanes, visit.holdingLaneId!)}
              <span className="block text-xs text-muted">Nobody has this time.</span>
            </p>
            <Button
              busy={busy}
              disabledReason={offers.visit('appointments.unpark')}
              onClick={() =>
                void send(
                  { command: 'appointments.unpark', input: { id: visit.id } },
                  `#${visit.jobNumber} is back in the tray`,
                  { holdingLaneId: null },
                )
              }
            >
              To the tray
            </Button>
          </div>
        )}
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
      <VisitTextField
        visit={visit}
        field="specialInstructions"
        label="Special instructions"
        rows={2}
        maxLength={LONGEST_INSTRUCTIONS}
        saveWord="Save instructions"
        lockedBecause={offers.visit('appointments.instructions')}
        busy={busy}
        onSave={(text, opened) =>
          send(
            {
              command: 'appointments.instructions',
              input: { id: visit.id, text, expected: [versionOf(opened)] },
            },
            'Instructions saved',
            { specialInstructions: text },
          )
        }
      />
      <JobActions {...part} />
      <VisitTextField
        visit={visit}
        field="externalKey"
        label="External key"
        maxLength={LONGEST_EXTERNAL_KEY}
        saveWord="Save external key"
        lockedBecause={offers.visit('appointments.externalKey')}
        busy={busy}
        onSave={(text, opened) => {
          const externalKey = text || null;
          return send(
            {
              command: 'appointments.externalKey',
              input: { id: visit.id, externalKey, expected: [versionOf(opened)] },
            },
            'External key saved',
            { externalKey },
          );
        }}
      />
    </div>
  );
}

const versionOf = ({ id, version }: AppointmentView) => ({ kind: 'appointment' as const, id, version });

/** Only what differs is sent: the window somebody else changed meanwhile is none of this change's business. */
function changed(times: NewTimes, visit: AppointmentDrawerProps['visit']): Partial<NewTimes> {
  const fields = (['start', 'end', 'windowStart', 'windowEnd'] as const).filter(
    (field) => times[field] !== visit[field],
  );
  return Object.fromEntries(fields.map((field) => [field, times[field]]));
}
