import { type FormEvent, useId, useState } from 'react';
import { LONGEST_OWN_NAME } from '#domain/lengths.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type TemplateNameProps = {
  title: string;
  description?: string;
  begin: string;
  busy: boolean;
  error: unknown;
  onSave: (name: string) => void;
  onClose: () => void;
};

/** What a template is called. */
export function TemplateName({ title, description, begin, busy, error, onSave, onClose }: TemplateNameProps) {
  const formId = useId();
  const [name, setName] = useState(begin);
  const isEmpty = name.trim() === '';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="narrow"
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            busy={busy}
            disabledReason={isEmpty ? 'Give it a name first.' : undefined}
          >
            Save
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!isEmpty) onSave(name.trim());
        }}
      >
        <Field label="Name" required>
          <TextField
            value={name}
            maxLength={LONGEST_OWN_NAME}
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
      </form>
      <ProblemNote error={error} />
    </Dialog>
  );
}
