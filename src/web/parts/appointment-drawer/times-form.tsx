import { type FormEvent, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { type Day, dayOf, type Instant, isDay } from '#domain/time.ts';
import { formatTime } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ClockField } from './clock-field.tsx';
import { type ClockReading, clockOf, readEnd, readInstant } from './clock-text.ts';

export type NewTimes = {
  readonly start: Instant;
  readonly end: Instant;
  readonly windowStart: Instant | null;
  readonly windowEnd: Instant | null;
};

const shown = (at: Instant | null, zone: string) => (at === null ? '' : formatTime(at, zone));
const EMPTY: ClockReading = { at: null, isTwice: false, error: 'Type both ends of the window, or neither.' };

/** Day, start, end and arrival window of a visit; an empty window means that none was promised. */
export function TimesForm({
  visit,
  zone,
  busy,
  saveLabel = 'Save times',
  onSave,
  onCancel,
}: {
  visit: AppointmentView;
  zone: string;
  busy: boolean;
  /** What happens with them. */
  saveLabel?: string | undefined;
  onSave: (times: NewTimes) => void;
  onCancel: () => void;
}) {
  const [on, setOn] = useState<Day>(dayOf(visit.start, zone));
  const [from, setFrom] = useState(clockOf(shown(visit.start, zone)));
  const [to, setTo] = useState(clockOf(shown(visit.end, zone)));
  const [windowFrom, setWindowFrom] = useState(clockOf(shown(visit.windowStart, zone)));
  const [windowTo, setWindowTo] = useState(clockOf(shown(visit.windowEnd, zone)));
  const [asked, setAsked] = useState(false);
  const start = readInstant(from, on, zone);
  const end = readEnd(to, start.at, on, zone);
  const hasWindow = windowFrom.text.trim() !== '' || windowTo.text.trim() !== '';
  const windowStart = hasWindow && windowFrom.text.trim() !== '' ? readInstant(windowFrom, on, zone) : EMPTY;
  const windowEnd =
    hasWindow && windowTo.text.trim() !== '' ? readEnd(windowTo, windowStart.at, on, zone) : EMPTY;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (start.at === null || end.at === null) return;
    if (!hasWindow) onSave({ start: start.at, end: end.at, windowStart: null, windowEnd: null });
    else if (windowStart.at !== null && windowEnd.at !== null) {
      onSave({ start: start.at, end: end.at, windowStart: windowStart.at, windowEnd: windowEnd.at });
    }
  };
  const field = { zone, showError: asked };
  const windowError = { zone, showError: asked && hasWindow };
  return (
    <form
      onSubmit={submit}
      aria-label="Times"
      className="flex flex-col gap-2 rounded-md border border-line p-2.5"
    >
      <Field label="Day">
        <TextField
          type="date"
          value={on}
          onChange={({ target }) => isDay(target.value) && setOn(target.value)}
        />
      </Field>
      <div className="grid grid-cols-2 gap-2">
        <ClockField label="Start" value={from} onValueChange={setFrom} reading={start} {...field} />
        <ClockField label="End" value={to} onValueChange={setTo} reading={end} {...field} />
        <ClockField
          label="Window from"
          value={windowFrom}
          onValueChange={setWindowFrom}
          reading={windowStart}
          {...windowError}
        />
        <ClockField
          label="Window to"
          value={windowTo}
          onValueChange={setWindowTo}
          reading={windowEnd}
          {...windowError}
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {saveLabel}
        </Button>
      </div>
    </form>
  );
}
