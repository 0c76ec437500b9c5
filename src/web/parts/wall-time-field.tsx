import { useState } from 'react';
import { atLocalTime, dayOf, type Instant, isDay, type LocalTime, localTime } from '#domain/time.ts';
import { zoneName } from '../lib/format.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field, FieldBoundary } from '../ui/field.tsx';
import { TextField } from '../ui/text-field.tsx';

export type WallTimeControlProps = {
  /** Its name where no `Field` gives it one. */
  label?: string | undefined;
  value: Instant | null;
  zone: string;
  /** null: nothing typed, or a time that does not exist there on that day. */
  onValueChange: (value: Instant | null) => void;
};
export type WallTimeFieldProps = Omit<WallTimeControlProps, 'label'> & {
  label: string;
  required?: boolean | undefined;
  error?: string | undefined;
  className?: string | undefined;
};

/** Day and time on the clock of a place. In the hour that comes twice it asks which; one that is skipped is told. */
export function WallTimeField({ label, required, error, className, ...wall }: WallTimeFieldProps) {
  const { jump, input, secondHour } = useWallTime(wall);
  return (
    <div className={className}>
      <Field label={label} required={required} error={jump ?? error}>
        {input}
      </Field>
      {secondHour}
    </div>
  );
}

/** The same inside somebody else's `Field`. */
export function WallTimeControl(props: WallTimeControlProps) {
  const { jump, input, secondHour } = useWallTime(props);
  return (
    <>
      {input}
      {jump && (
        <p role="alert" className="mt-1 text-xs text-danger">
          {jump}
        </p>
      )}
      {secondHour}
    </>
  );
}

function useWallTime({ label, value, zone, onValueChange }: WallTimeControlProps) {
  // Text that stands for no instant has no value to be shown from.
  const [typed, setTyped] = useState('');
  const skipped = readWall(typed, zone)?.kind === 'skipped' ? typed : null;
  const text = skipped ?? (value ? `${dayOf(value, zone)}T${localTime(value, zone)}` : '');
  const local = readWall(text, zone);
  const twice = local?.kind === 'ambiguous' ? local : null;
  const change = (wall: string) => {
    const next = readWall(wall, zone);
    setTyped(wall);
    onValueChange(next?.kind === 'unique' ? next.instant : next?.kind === 'ambiguous' ? next.earlier : null);
  };
  const time = text.slice(11, 16);
  return {
    jump: skipped ? `The clocks jump over ${time} on this day. Choose a later time.` : null,
    input: (
      <TextField
        type="datetime-local"
        {...(label && { 'aria-label': label })}
        value={text}
        onChange={({ target }) => change(target.value)}
      />
    ),
    secondHour: twice && value && (
      <FieldBoundary>
        <Checkbox
          label={`the second ${time}, ${zoneName(value, zone)} now`}
          checked={value >= twice.later}
          onChange={({ target }) => onValueChange(target.checked ? twice.later : twice.earlier)}
        />
      </FieldBoundary>
    ),
  };
}

/** What `2026-11-01T01:30` on the wall means there; null for what is no day with a time. */
function readWall(text: string, zone: string): LocalTime | null {
  const [on, time] = text.split('T');
  return on && time && isDay(on) ? atLocalTime(on, time, zone) : null;
}
