import { useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';

/**
 * Special instructions of a visit: typed in place, saved with a button; Escape leaves them as they were. What was typed
 * stays until it is saved, and is decided on what stood there when the typing began.
 */
export function InstructionsField({
  visit,
  lockedBecause,
  busy,
  onSave,
}: {
  visit: AppointmentView;
  lockedBecause: string | undefined;
  busy: boolean;
  /** Resolves with whether it was saved. */
  onSave: (text: string, opened: AppointmentView) => Promise<boolean>;
}) {
  const [typed, setTyped] = useState<{ text: string; opened: AppointmentView } | null>(null);
  const now = visit.specialInstructions;
  if (typed?.text === now) setTyped(null);
  const isChanged = typed !== null && ![now, typed.opened.specialInstructions].includes(typed.text.trim());
  return (
    <div className="flex flex-col gap-1.5">
      <Field label="Special instructions" hint={lockedBecause}>
        <TextArea
          rows={2}
          maxLength={2000}
          readOnly={lockedBecause !== undefined}
          value={typed?.text ?? now}
          onChange={({ target }) => setTyped({ text: target.value, opened: typed?.opened ?? visit })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !isChanged) return;
            event.preventDefault();
            event.stopPropagation();
            setTyped(null);
          }}
        />
      </Field>
      {isChanged && (
        <div className="flex justify-end gap-2">
          <Button onClick={() => setTyped(null)}>Discard</Button>
          <Button
            variant="primary"
            busy={busy}
            onClick={() =>
              void onSave(typed.text.trim(), typed.opened).then((isSaved) => isSaved && setTyped(null))
            }
          >
            Save instructions
          </Button>
        </div>
      )}
    </div>
  );
}
