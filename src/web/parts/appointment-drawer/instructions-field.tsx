import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';

/** Special instructions of a visit: typed in place, saved with a button; Escape leaves them as they were. */
export function InstructionsField({
  text,
  lockedBecause,
  busy,
  onSave,
}: {
  text: string;
  lockedBecause: string | undefined;
  busy: boolean;
  onSave: (text: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const isChanged = typed !== null && typed.trim() !== text;
  return (
    <div className="flex flex-col gap-1.5">
      <Field label="Special instructions" hint={lockedBecause}>
        <TextArea
          rows={2}
          maxLength={2000}
          readOnly={lockedBecause !== undefined}
          value={typed ?? text}
          onChange={({ target }) => setTyped(target.value)}
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
            onClick={() => {
              onSave(typed.trim());
              setTyped(null);
            }}
          >
            Save instructions
          </Button>
        </div>
      )}
    </div>
  );
}
