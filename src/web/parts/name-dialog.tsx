import { type FormEvent, useId, useState } from 'react';
import { LONGEST_OWN_NAME } from '#domain/lengths.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ProblemNote } from './problem-note.tsx';

export type Naming = { readonly name: string; readonly shared: boolean };
export type NameDialogProps = {
  title: string;
  description?: string | undefined;
  /** As it is; a new one has none. */
  begin: Naming | null;
  /** Who has it then. */
  sharedLabel: string;
  saveLabel: string;
  busy: boolean;
  error: unknown;
  onSave: (naming: Naming) => void;
  onClose: () => void;
};

/** What something of one's own is called, and whether colleagues have it too: a view, a draft. */
export function NameDialog(props: NameDialogProps) {
  const { title, description, begin, sharedLabel, saveLabel, busy, error, onSave, onClose } = props;
  const formId = useId();
  const [name, setName] = useState(begin?.name ?? '');
  const [shared, setShared] = useState(begin?.shared ?? false);
  const isEmpty = name.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) onSave({ name, shared });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="narrow"
      title={title}
      description={description}
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Leave it
          </Button>
          <Button
            size="form"
            type="submit"
            form={formId}
            variant="primary"
            busy={busy}
            disabledReason={isEmpty ? 'Give it a name.' : undefined}
          >
            {saveLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3 pb-1">
        <Field label="Name" required>
          <TextField
            maxLength={LONGEST_OWN_NAME}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <Checkbox label={sharedLabel} checked={shared} onChange={({ target }) => setShared(target.checked)} />
        <ProblemNote error={error} />
      </form>
    </Dialog>
  );
}
