import { useState } from 'react';
import { isDay } from '#domain/time.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Move } from './move.ts';

/** Asks where the visits selected go; tells null as long as it is not said. */
export function MoveFields({ onChange }: { onChange: (move: Move | null) => void }) {
  const [to, setTo] = useState<Move['to']>('day');
  const [day, setDay] = useState('');
  const [minutes, setMinutes] = useState('');
  const [cancelDispatch, setCancelDispatch] = useState(false);
  const tell = (next: { to?: Move['to']; day?: string; minutes?: string; cancelDispatch?: boolean }) => {
    const said = { to, day, minutes, cancelDispatch, ...next };
    const calls = { cancelDispatch: said.cancelDispatch };
    const by = Number(said.minutes);
    if (said.to === 'day') onChange(isDay(said.day) ? { to: 'day', day: said.day, ...calls } : null);
    else
      onChange(
        said.minutes.trim() !== '' && Number.isSafeInteger(by) && by !== 0
          ? { to: 'minutes', minutes: by, ...calls }
          : null,
      );
  };
  return (
    <>
      <Segmented
        label="Where to"
        value={to}
        onValueChange={(next) => {
          setTo(next);
          tell({ to: next });
        }}
        options={[
          { value: 'day', label: 'To another day' },
          { value: 'minutes', label: 'Earlier or later' },
        ]}
      />
      {to === 'day' ? (
        <Field label="Day" hint="Each keeps its time of day, its length and its arrival window.">
          <TextField
            type="date"
            value={day}
            onChange={({ target }) => {
              setDay(target.value);
              tell({ day: target.value });
            }}
          />
        </Field>
      ) : (
        <Field label="By" hint="Minutes; with a minus for earlier. Arrival windows stay as promised.">
          <TextField
            inputMode="numeric"
            numeric
            after="min"
            value={minutes}
            onChange={({ target }) => {
              setMinutes(target.value);
              tell({ minutes: target.value });
            }}
          />
        </Field>
      )}
      <Checkbox
        label="Call back technicians who are on the way"
        checked={cancelDispatch}
        onChange={({ target }) => {
          setCancelDispatch(target.checked);
          tell({ cancelDispatch: target.checked });
        }}
      />
    </>
  );
}
