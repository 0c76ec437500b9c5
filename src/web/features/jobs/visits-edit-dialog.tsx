import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyIn } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import { isOpenVisit } from '#domain/job/card.ts';
import { LONGEST_INSTRUCTIONS } from '#domain/lengths.ts';
import { dayOf } from '#domain/time.ts';
import { bulkMutations } from '../../data/bulk.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { formatDay } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';
import { BulkDialog } from '../../parts/bulk/bulk-dialog.tsx';
import { TechnicianChoice } from '../../parts/bulk/technician-choice.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { editedTimes, readVisitsEdit } from './visits-edit.ts';

type Body = BodyIn<'appointments.bulk'>;

export type VisitsEditDialogProps = {
  card: JobCardView;
  onClose: () => void;
  onUndo: (operationId: number) => void;
};

/** One form for all visits of a job: times of day, windows, technicians, instructions; empty fields stay as they are. */
export function VisitsEditDialog({ card, onClose, onUndo }: VisitsEditDialogProps) {
  const { timeZone: zone, number } = card.job;
  const mutation = useMutation(bulkMutations.appointments());
  const mayAssign = mayCall(useCurrentUser(), 'appointments.assign');
  const visits = card.appointments.filter(({ active }) => active);
  const [chosen, setChosen] = useState(() => new Set(visits.filter(isOpenVisit).map(({ id }) => id)));
  const [startTime, setStartTime] = useState('');
  const [minutes, setMinutes] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [noWindow, setNoWindow] = useState(false);
  const [coming, setComing] = useState<readonly number[]>([]);
  const [leaving, setLeaving] = useState<readonly number[]>([]);
  const [instructions, setInstructions] = useState('');
  const { edit, errors } = readVisitsEdit({ startTime, minutes, from, to, noWindow });
  const items: Body['items'] = visits
    .filter(({ id }) => chosen.has(id))
    .map((visit) => ({
      id: visit.id,
      ...editedTimes(visit, edit, zone),
      ...(coming.length > 0 ? { assignTechnicianIds: [...coming] } : {}),
      ...(leaving.length > 0 ? { unassignTechnicianIds: [...leaving] } : {}),
      ...(instructions.trim() ? { specialInstructions: instructions } : {}),
    }));
  const isReadable = Object.keys(errors).length === 0;
  const saysSomething = isReadable && items.some((item) => Object.keys(item).length > 1);
  return (
    <BulkDialog<Body>
      title={`Change the visits of job ${number}`}
      description="Empty fields stay as each visit has them."
      words={['visit', 'visits']}
      verbs={['Change', 'changed']}
      body={saysSomething ? { items } : null}
      mutation={mutation}
      narrowed={(body, ids) => ({ ...body, items: body.items.filter(({ id }) => ids.has(id)) })}
      onClose={onClose}
      onDone={onClose}
      onUndo={onUndo}
    >
      <fieldset className="m-0 flex flex-wrap gap-x-4 border-0 p-0">
        <legend className="sr-only">Which visits</legend>
        {visits.map((visit) => (
          <Checkbox
            key={visit.id}
            label={`Visit ${visit.number}, ${formatDay(dayOf(visit.start, zone))}`}
            checked={chosen.has(visit.id)}
            onChange={({ target }) =>
              setChosen((before) => {
                const next = new Set(before);
                if (target.checked) next.add(visit.id);
                else next.delete(visit.id);
                return next;
              })
            }
          />
        ))}
      </fieldset>
      <div className="grid grid-cols-4 gap-3">
        <Field label="Start">
          <TextField type="time" value={startTime} onChange={({ target }) => setStartTime(target.value)} />
        </Field>
        <Field label="Length" error={errors.minutes}>
          <TextField
            inputMode="numeric"
            numeric
            after="min"
            value={minutes}
            onChange={({ target }) => setMinutes(target.value)}
          />
        </Field>
        <Field label="Window from" error={errors.from}>
          <TextField
            type="time"
            value={from}
            disabled={noWindow}
            onChange={({ target }) => setFrom(target.value)}
          />
        </Field>
        <Field label="Window to" error={errors.to}>
          <TextField
            type="time"
            value={to}
            disabled={noWindow}
            onChange={({ target }) => setTo(target.value)}
          />
        </Field>
      </div>
      <Checkbox
        label="No arrival window"
        checked={noWindow}
        onChange={({ target }) => setNoWindow(target.checked)}
      />
      {mayAssign && (
        <>
          <TechnicianChoice label="Assign" value={coming} onValueChange={setComing} />
          <TechnicianChoice label="Take off" value={leaving} onValueChange={setLeaving} />
        </>
      )}
      <Field label="Special instructions">
        <TextArea
          rows={2}
          maxLength={LONGEST_INSTRUCTIONS}
          value={instructions}
          onChange={({ target }) => setInstructions(target.value)}
        />
      </Field>
    </BulkDialog>
  );
}
