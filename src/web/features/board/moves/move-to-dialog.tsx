import { type FormEvent, useId, useMemo, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { addMinutes, type Day, dayOf, isDay, minutesBetween } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { formatTime } from '../../../lib/format.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import { ClockField } from '../../../parts/appointment-drawer/clock-field.tsx';
import { clockOf, readInstant } from '../../../parts/appointment-drawer/clock-text.ts';
import { TechnicianPicker } from '../../../parts/technician-picker.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type DayIndex, skillsOf } from '../day/day-index.ts';
import { isShownDay } from '../day/one-day.ts';
import { previewMove } from '../preview/preview.ts';
import { previewWords } from '../preview/preview-text.ts';
import { ConsequenceLines } from './consequence-lines.tsx';
import { consequencesOf } from './drop-preview.ts';
import { type Move, pendingOf } from './move-request.ts';

export type MoveToDialogProps = {
  index: DayIndex;
  visit: AppointmentView;
  wording: Wording;
  /** Whose lane it was taken from; matters for a crew. */
  from: number | null;
  /** Opened with "Add technician…" or "Park in…". */
  how: 'move' | 'join' | 'park';
  onMove: (move: Move) => void;
  onClose: () => void;
};

/** A drag without a mouse: a technician by a few letters, a time by typing, and what would happen, before Enter. */
export function MoveToDialog({ index, visit, wording, from, how, onMove, onClose }: MoveToDialogProps) {
  const zone = index.day.timeZone;
  const formId = useId();
  const [technicianId, setTechnicianId] = useState<number | null>(how === 'join' ? null : from);
  const lanes = useMemo(
    () =>
      [...index.holding.values()].flatMap(({ lane }) =>
        lane.active || visit.holdingLaneId === lane.id ? lane : [],
      ),
    [index, visit],
  );
  const [laneId, setLaneId] = useState<number | null>(
    how === 'park' ? ((lanes.find(({ id }) => id !== visit.holdingLaneId) ?? lanes[0])?.id ?? null) : null,
  );
  const parks = laneId !== null;
  const [leaving, setLeaving] = useState<number | null>(from ?? visit.assignments[0]?.technicianId ?? null);
  const [joins, setJoins] = useState(how === 'join');
  const [on, setOn] = useState<Day>(dayOf(visit.start, zone));
  const [clock, setClock] = useState(clockOf(formatTime(visit.start, zone)));
  const [asked, setAsked] = useState(false);
  const start = readInstant(clock, on, zone);
  const minutes = minutesBetween(visit.start, visit.end);
  const move = moveMeant();
  const words = move ? wordsOf(move) : null;
  const isHere = isShownDay(index.day, on);

  function wordsOf(meant: Move) {
    if (meant.kind === 'park') return consequencesOf(index, visit, meant, wording);
    const preview = previewMove(index, pendingOf(visit, meant));
    return preview && previewWords(index, preview, wording);
  }
  function moveMeant(): Move | null {
    if (parks)
      return start.at && { kind: 'park', to: laneId, start: start.at, end: addMinutes(start.at, minutes) };
    if (technicianId === null) return null;
    if (joins) return { kind: 'join', to: technicianId };
    if (start.at === null) return null;
    return {
      kind: 'move',
      from: leaving,
      to: technicianId,
      start: start.at,
      end: addMinutes(start.at, minutes),
    };
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (move) onMove(move);
  };
  const title = `${parks ? 'Park' : joins ? 'Add a technician to' : 'Move'} #${visit.jobNumber} ${nameIn(index.setup.jobTypes, visit.jobTypeId)}`;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="narrow"
      keepOnOutsidePress
      title={title}
      description={
        <>
          <bdi>{visit.customerName}</bdi>, {visit.street}
        </>
      }
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Leave it
          </Button>
          <Button size="form" variant="primary" type="submit" form={formId}>
            {parks ? 'Park' : joins ? 'Add' : visit.assignments.length === 0 ? 'Assign' : 'Move'}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={submit}
        onKeyDownCapture={(event) => {
          // A closed combobox would take Escape to empty itself, and the technician chosen would be gone.
          const isClosed = (event.target as HTMLElement).getAttribute('aria-expanded') === 'false';
          if (event.key !== 'Escape' || !isClosed) return;
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }}
        className="flex flex-col gap-3 pb-1"
      >
        {!parks && (
          <Field
            label="Technician"
            required
            error={asked && technicianId === null ? 'Choose a technician.' : undefined}
          >
            <TechnicianPicker
              autoFocus
              value={technicianId}
              onValueChange={setTechnicianId}
              skillIds={skillsOf(index.setup, visit.jobTypeId)}
              exclude={joins ? visit.assignments.map((one) => one.technicianId) : others(visit, leaving)}
            />
          </Field>
        )}
        {lanes.length > 0 && !joins && (
          <Field label={parks ? 'Holding lane' : 'Or park it in'}>
            <Select
              value={laneId ?? 0}
              onValueChange={(id) => setLaneId(id === 0 ? null : id)}
              options={[
                { value: 0, label: parks ? 'None: give it to a technician' : 'No holding lane' },
                ...lanes.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Field>
        )}
        {visit.assignments.length > 1 && !joins && !parks && (
          <Field label="Instead of">
            <Select
              value={leaving}
              onValueChange={setLeaving}
              options={visit.assignments.map((one) => ({
                value: one.technicianId,
                label: one.technicianName,
              }))}
            />
          </Field>
        )}
        {!joins && (
          <div className="grid grid-cols-2 gap-2">
            <ClockField
              label={`Start, for ${minutes} min`}
              required
              value={clock}
              onValueChange={setClock}
              reading={start}
              zone={zone}
              showError={asked}
            />
            <Field label="Day">
              <TextField
                type="date"
                value={on}
                onChange={({ target }) => isDay(target.value) && setOn(target.value)}
              />
            </Field>
          </div>
        )}
        {visit.assignments.length > 0 && !parks && (
          <Checkbox
            label="As one more technician, at the same time"
            checked={joins}
            onChange={({ target }) => setJoins(target.checked)}
          />
        )}
        <div aria-live="polite" className="min-h-10 text-xs">
          {words && isHere && <ConsequenceLines {...words} />}
          {move && !isHere && !joins && (
            <p className="text-muted">Another day: what it meets there is checked when you move it.</p>
          )}
        </div>
      </form>
    </Dialog>
  );
}

const others = ({ assignments }: AppointmentView, leaving: number | null): number[] =>
  assignments.map(({ technicianId }) => technicianId).filter((id) => id !== leaving);
