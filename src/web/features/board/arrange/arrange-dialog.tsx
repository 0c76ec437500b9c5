import { type FormEvent, useCallback, useId, useMemo, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { formatTimeRange } from '../../../lib/format.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import { TechnicianPicker } from '../../../parts/technician-picker.tsx';
import { Button } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { DayIndex } from '../day/day-index.ts';
import { onDayOf } from '../day/on-day-of.ts';
import { ConsequenceLines } from '../moves/consequence-lines.tsx';
import type { ArrangeQuestion } from './arrange-question.ts';
import { doneSaid, moveSaid, wordsOfQuestion } from './arrange-words.ts';
import { arrangedDayOf } from './arranged-day-of.ts';
import { checkMoves, labelOf, refusalOf } from './check-moves.ts';
import { type Answers, barOf, propose } from './proposals.ts';
import type { Asked } from './use-rearrange.tsx';

/** Asks what is still open, shows the day as it would be, and gives it in one step. */
export function ArrangeDialog({
  question,
  index,
  now,
  wording,
  onSend,
  onClose,
}: {
  question: ArrangeQuestion;
  index: DayIndex;
  now: Instant;
  wording: Wording;
  onSend: (asked: Asked) => void;
  onClose: () => void;
}) {
  const formId = useId();
  const { kind } = question;
  const [typed, setTyped] = useState('30');
  const [technicianId, setTechnicianId] = useState<number | null>(null);
  const [otherId, setOtherId] = useState(kind === 'swap' ? question.other : null);
  const [asked, setAsked] = useState(false);
  const lanes = [...index.holding.values()].flatMap(({ lane }) => (lane.active ? lane : []));
  const [laneId, setLaneId] = useState<number | null>(kind === 'park' ? (lanes[0]?.id ?? null) : null);
  const minutes = readMinutes(typed);
  const answers: Answers = { minutes, technicianId, otherId, laneId };
  // Of a week the rest of that day alone is pushed.
  const pushed = kind === 'push' ? index.visits.get(question.visitId) : undefined;
  const of = pushed ? onDayOf(index, pushed.start) : index;
  const day = useMemo(() => arrangedDayOf(of, now), [of, now]);
  const proposal = propose(day, question, answers);
  const moves = proposal?.ok ? proposal.value : [];
  const checked = moves.length > 0 ? checkMoves(index, moves, wording) : null;
  const { title, action } = wordsOfQuestion(index, question, countOf(question));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (moves.length === 0) return;
    onClose();
    onSend({ moves, done: doneSaid(index, question, answers, moves) });
  };
  const takesMinutes = kind === 'moveBy' || kind === 'push';
  const swapsWith = kind === 'swap' && question.other === null ? question.visitId : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="narrow"
      keepOnOutsidePress
      title={title}
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Leave it
          </Button>
          <Button size="form" variant="primary" type="submit" form={formId}>
            {action}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3 pb-1">
        {takesMinutes && (
          <Field
            label={kind === 'push' ? 'Later by' : 'By (minus: earlier)'}
            required
            error={
              asked && (minutes === null || minutes === 0) ? 'Type whole minutes, such as 30.' : undefined
            }
          >
            <TextField
              autoFocus
              numeric
              inputMode="text"
              after="min"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              onFocus={({ target }) => target.select()}
            />
          </Field>
        )}
        {kind === 'giveTo' && (
          <Field
            label="Technician"
            required
            error={asked && technicianId === null ? 'Choose a technician.' : undefined}
          >
            <TechnicianPicker autoFocus value={technicianId} onValueChange={setTechnicianId} />
          </Field>
        )}
        {kind === 'park' && (
          <Field
            label="Holding lane"
            required
            error={asked && laneId === null ? 'Choose a holding lane.' : undefined}
          >
            <Select
              value={laneId}
              onValueChange={setLaneId}
              options={lanes.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        )}
        {swapsWith !== null && (
          <Field label="With" required error={asked && otherId === null ? 'Choose a visit.' : undefined}>
            <VisitPicker index={index} not={swapsWith} value={otherId} onValueChange={setOtherId} />
          </Field>
        )}
        {moves.length > 0 && (
          <ul aria-label="As it would be" className="max-h-48 overflow-y-auto text-sm tabular-nums">
            {moves.map((move) => (
              <li key={move.appointmentId}>{moveSaid(index, move)}</li>
            ))}
          </ul>
        )}
        <div aria-live="polite" className="min-h-10 text-xs">
          {proposal && !proposal.ok && (
            <p className="font-semibold text-danger">{refusalOf(index, proposal.refusal, wording)}</p>
          )}
          {checked && <ConsequenceLines {...checked} />}
        </div>
      </form>
    </Dialog>
  );
}

/** A whole number, with or without a sign; null when it is none. */
function readMinutes(typed: string): number | null {
  const text = typed.trim().replace('−', '-');
  return /^[+-]?\d{1,4}$/.test(text) ? Number(text) : null;
}

const countOf = (question: ArrangeQuestion): number =>
  question.kind === 'moveBy' || question.kind === 'park'
    ? question.visitIds.length
    : question.kind === 'giveTo'
      ? new Set(question.barIds.map((id) => barOf(id).appointmentId)).size
      : 1;

/** A visit of the day by customer, number or technician. */
function VisitPicker({
  index,
  not,
  value,
  onValueChange,
}: {
  index: DayIndex;
  not: number;
  value: number | null;
  onValueChange: (visitId: number | null) => void;
}) {
  const text = useCallback(
    (visit: AppointmentView) =>
      [
        labelOf(visit),
        formatTimeRange(visit.start, visit.end, index.day.timeZone),
        ...visit.assignments.map((one) => one.technicianName),
      ].join(', '),
    [index],
  );
  const search = useCallback(
    async (query: string) => {
      const words = query.toLowerCase().split(/\s+/);
      return [...index.visits.values()]
        .filter(({ id, assignments }) => id !== not && assignments.length > 0)
        .filter((visit) => words.every((word) => text(visit).toLowerCase().includes(word)))
        .sort((a, b) => (a.start < b.start ? -1 : 1))
        .slice(0, MOST_LISTED);
    },
    [index, not, text],
  );
  return (
    <Combobox<AppointmentView>
      autoFocus
      isLocal
      placeholder="Customer, number or technician"
      value={index.visits.get(value ?? 0) ?? null}
      onValueChange={(visit) => onValueChange(visit?.id ?? null)}
      search={search}
      itemKey={({ id }) => id}
      itemText={text}
      emptyText="No visit of this day like that."
    />
  );
}
const MOST_LISTED = 50;
