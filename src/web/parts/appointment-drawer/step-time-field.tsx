import { useState } from 'react';
import { dayOf, type Instant } from '#domain/time.ts';
import { useNow } from '../../lib/clock.ts';
import { formatDay, zoneName } from '../../lib/format.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { clockOf } from './clock-text.ts';
import { readStepTime } from './step-time.ts';

/** What is typed beside a step's button, and what is wrong with it. */
export function useStepTime(planned: Instant, zone: string) {
  const now = useNow();
  const [typed, setTyped] = useState(clockOf(''));
  const [refusal, setRefusal] = useState<string | undefined>();
  const time = readStepTime(typed, { planned, now, zone });
  return {
    typed,
    time,
    refusal,
    /** Only said once the step was asked for. */
    refuse: setRefusal,
    type: (value: typeof typed) => {
      setTyped(value);
      setRefusal(undefined);
    },
    clear: () => {
      setTyped(clockOf(''));
      setRefusal(undefined);
    },
    zone,
    isOtherDay: time.at !== undefined && dayOf(time.at, zone) !== dayOf(now, zone),
  };
}
type StepTimeState = ReturnType<typeof useStepTime>;

/** "at now": a time of day when the step happened earlier. @param label for screen readers: whose and what */
export function StepTimeField({
  state,
  label,
  onEnter,
}: {
  state: StepTimeState;
  label: string;
  onEnter: () => void;
}) {
  const { typed, time, refusal, type, zone, isOtherDay } = state;
  return (
    <div className="flex shrink-0 items-start gap-1.5 text-xs text-muted">
      <span aria-hidden className="pt-1.5">
        at
      </span>
      <Field
        label={label}
        hideLabel
        error={refusal}
        hint={isOtherDay && time.at ? formatDay(dayOf(time.at, zone)) : undefined}
        className={refusal ? 'w-44' : 'w-18'}
      >
        <TextField
          size="dense"
          inputMode="numeric"
          placeholder="now"
          value={typed.text}
          onChange={({ target }) => type({ ...typed, text: target.value })}
          onFocus={({ target }) => target.select()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onEnter();
          }}
        />
      </Field>
      {time.isTwice && time.at && (
        <Checkbox
          label={`the second ${typed.text}, ${zoneName(time.at, zone)} now`}
          checked={typed.second}
          onChange={({ target }) => type({ ...typed, second: target.checked })}
        />
      )}
    </div>
  );
}
