import { type KeyboardEvent, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';

/**
 * A text of a visit: typed in place, saved with a button; Escape leaves it as it was. What was typed stays until it is
 * saved, and is decided on what stood there when the typing began.
 */
export function VisitTextField({
  visit,
  field,
  label,
  rows,
  maxLength,
  saveWord,
  lockedBecause,
  busy,
  onSave,
}: {
  visit: AppointmentView;
  field: 'specialInstructions' | 'externalKey';
  label: string;
  /** Left out: one line, which Enter saves. */
  rows?: number;
  maxLength: number;
  saveWord: string;
  lockedBecause: string | undefined;
  busy: boolean;
  /** Resolves with whether it was saved. */
  onSave: (text: string, opened: AppointmentView) => Promise<boolean>;
}) {
  const [typed, setTyped] = useState<{ text: string; opened: AppointmentView } | null>(null);
  const now = visit[field] ?? '';
  if (typed?.text === now) setTyped(null);
  const isChanged = typed !== null && ![now, typed.opened[field] ?? ''].includes(typed.text.trim());
  const save = () =>
    typed && void onSave(typed.text.trim(), typed.opened).then((isSaved) => isSaved && setTyped(null));
  const input = {
    maxLength,
    readOnly: lockedBecause !== undefined,
    value: typed?.text ?? now,
    onChange: ({ target }: { target: { value: string } }) =>
      setTyped({ text: target.value, opened: typed?.opened ?? visit }),
    onKeyDown: (event: KeyboardEvent) => {
      if (!isChanged) return;
      if (event.key === 'Escape') setTyped(null);
      else if (event.key === 'Enter' && rows === undefined && !busy) save();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Field label={label} hint={lockedBecause}>
        {rows === undefined ? <TextField {...input} /> : <TextArea rows={rows} {...input} />}
      </Field>
      {isChanged && (
        <div className="flex justify-end gap-2">
          <Button onClick={() => setTyped(null)}>Discard</Button>
          <Button variant="primary" busy={busy} onClick={save}>
            {saveWord}
          </Button>
        </div>
      )}
    </div>
  );
}
