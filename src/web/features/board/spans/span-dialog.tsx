import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { BoardTechnician } from '#contract/board.ts';
import { LONGEST_EXTERNAL_KEY, LONGEST_LABEL } from '#domain/lengths.ts';
import { atLocalTime, type Day, dayOf, type Instant, isDay } from '#domain/time.ts';
import { boardMutations } from '../../../data/board.ts';
import { formatTime } from '../../../lib/format.ts';
import { ClockField } from '../../../parts/appointment-drawer/clock-field.tsx';
import { clockOf, readInstant } from '../../../parts/appointment-drawer/clock-text.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useUndo } from '../../../parts/use-undo.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast-store.ts';

export type SpanKind = 'timeOff' | 'nonJobEvent' | 'shift';
type KnownSpan = {
  readonly id: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly label?: string;
  readonly externalKey: string | null;
};
export type SpanQuestion = {
  readonly kind: SpanKind;
  readonly technician: BoardTechnician;
  /** null: a new one. */
  readonly span: KnownSpan | null;
};

const WORDS: Readonly<Record<SpanKind, { noun: string; label: string; from: string; to: string }>> = {
  timeOff: { noun: 'time off', label: 'Why, as the board shows it', from: '08:00', to: '17:00' },
  nonJobEvent: { noun: 'event', label: 'What', from: '12:00', to: '13:00' },
  shift: { noun: 'shift', label: '', from: '08:00', to: '17:00' },
};

/** Time off, an event or a shift of one technician: add, change, take back. */
export function SpanDialog({
  question,
  on,
  zone,
  onClose,
}: {
  question: SpanQuestion;
  on: Day;
  zone: string;
  onClose: () => void;
}) {
  const { kind, technician, span } = question;
  const { noun, label: labelWord, from: usualFrom, to: usualTo } = WORDS[kind];
  const formId = useId();
  const { undo } = useUndo();
  const [label, setLabel] = useState(span?.label ?? '');
  const [key, setKey] = useState(span?.externalKey ?? '');
  const [fromDay, setFromDay] = useState<Day>(span ? dayOf(span.start, zone) : on);
  const [toDay, setToDay] = useState<Day>(span ? dayOf(span.end, zone) : on);
  const [from, setFrom] = useState(
    clockOf(span ? formatTime(span.start, zone) : formatTime(usual(usualFrom), zone)),
  );
  const [to, setTo] = useState(clockOf(span ? formatTime(span.end, zone) : formatTime(usual(usualTo), zone)));
  const [asked, setAsked] = useState(false);
  const write = useSpanWrite(kind);
  const start = readInstant(from, fromDay, zone);
  const end = readInstant(to, toDay, zone);
  const tooShort = start.at !== null && end.at !== null && end.at <= start.at;

  function usual(clock: string): Instant {
    const time = atLocalTime(on, clock, zone);
    return time.kind === 'unique' ? time.instant : time.kind === 'skipped' ? time.after : time.earlier;
  }
  const done = (what: string) => (result: { operationId: number }) => {
    onClose();
    toast({ title: what, tone: 'success', action: { label: 'Undo', act: () => undo(result.operationId) } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (start.at === null || end.at === null || tooShort) return;
    const externalKey = key.trim() || null;
    const times = {
      start: start.at,
      end: end.at,
      ...(kind === 'shift' ? {} : { label: label.trim() }),
      ...(externalKey === (span?.externalKey ?? null) ? {} : { externalKey }),
    };
    if (span)
      write.change.mutate(
        { id: span.id, changes: times },
        { onSuccess: done(`${technician.name}: ${noun} changed`) },
      );
    else
      write.add.mutate(
        { technicianId: technician.id, ...times },
        { onSuccess: done(`${technician.name}: ${noun} added`) },
      );
  };
  const busy = write.add.isPending || write.change.isPending;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="narrow"
      keepOnOutsidePress
      title={`${span ? 'Change' : 'Add'} ${noun} of ${technician.name}`}
      footer={
        <>
          {span && (
            <Button
              size="form"
              className="mr-auto text-danger!"
              busy={busy}
              onClick={() =>
                write.change.mutate(
                  { id: span.id, changes: { active: false } },
                  { onSuccess: done(`${technician.name}: ${noun} taken back`) },
                )
              }
            >
              Take it back
            </Button>
          )}
          <Button size="form" onClick={onClose}>
            Cancel
          </Button>
          <Button size="form" variant="primary" type="submit" form={formId} busy={busy}>
            {span ? 'Save' : `Add ${noun}`}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3 pb-1">
        {kind !== 'shift' && (
          <Field label={labelWord}>
            <TextField
              maxLength={LONGEST_LABEL}
              value={label}
              onChange={({ target }) => setLabel(target.value)}
            />
          </Field>
        )}
        <div className="grid grid-cols-2 gap-2">
          <Field label="From">
            <TextField
              type="date"
              value={fromDay}
              onChange={({ target }) => isDay(target.value) && setFromDay(target.value)}
            />
          </Field>
          <ClockField
            label="Time from"
            required
            value={from}
            onValueChange={setFrom}
            reading={start}
            zone={zone}
            showError={asked}
          />
          <Field label="To" error={asked && tooShort ? 'The end has to be after the start.' : undefined}>
            <TextField
              type="date"
              value={toDay}
              onChange={({ target }) => isDay(target.value) && setToDay(target.value)}
            />
          </Field>
          <ClockField
            label="Time to"
            required
            value={to}
            onValueChange={setTo}
            reading={end}
            zone={zone}
            showError={asked}
          />
        </div>
        <Field label="External key" hint="What another program calls it.">
          <TextField
            maxLength={LONGEST_EXTERNAL_KEY}
            value={key}
            onChange={({ target }) => setKey(target.value)}
          />
        </Field>
        <ProblemNote error={write.add.error ?? write.change.error} wording={{ zone }} />
      </form>
    </Dialog>
  );
}

type Written = { start?: Instant; end?: Instant; label?: string; externalKey?: string | null };
type Add = Written & { technicianId: number; start: Instant; end: Instant };
type Change = { id: number; changes: Written & { active?: boolean } };

/** One pair of commands for the three kinds, which differ in the label only. */
function useSpanWrite(kind: SpanKind) {
  const addTimeOff = useMutation(boardMutations.addTimeOff());
  const changeTimeOff = useMutation(boardMutations.changeTimeOff());
  const addEvent = useMutation(boardMutations.addNonJobEvent());
  const changeEvent = useMutation(boardMutations.changeNonJobEvent());
  const addShift = useMutation(boardMutations.addShift());
  const changeShift = useMutation(boardMutations.changeShift());
  type Callbacks = { onSuccess: (result: { operationId: number }) => void };
  type Pair = {
    add: { mutate: (input: Add, callbacks: Callbacks) => void; isPending: boolean; error: Error | null };
    change: {
      mutate: (input: Change, callbacks: Callbacks) => void;
      isPending: boolean;
      error: Error | null;
    };
  };
  const pairs = {
    timeOff: { add: addTimeOff, change: changeTimeOff },
    nonJobEvent: { add: addEvent, change: changeEvent },
    shift: { add: addShift, change: changeShift },
  };
  return pairs[kind] as unknown as Pair;
}
