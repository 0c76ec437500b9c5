import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { sessionMutations } from '../../data/session.ts';
import { splitProblem } from '../../lib/field-error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FormErrors } from '../../ui/form-errors.tsx';
import { toast } from '../../ui/toast-store.ts';
import { PasswordBox } from './password-box.tsx';

export type ChangePasswordDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Changes one's own password; the other sessions end with it. */
export function ChangePasswordDialog({ open, onOpenChange }: ChangePasswordDialogProps) {
  const formId = useId();
  const change = useMutation(sessionMutations.changePassword());
  const close = () => {
    change.reset();
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title="Change password"
      description="Your other sessions end; this one goes on."
      width="narrow"
      keepOnOutsidePress
      footer={
        <>
          <Button size="form" onClick={close}>
            Keep the old one
          </Button>
          <Button size="form" variant="primary" type="submit" form={formId} busy={change.isPending}>
            Change password
          </Button>
        </>
      }
    >
      <PasswordForm
        id={formId}
        error={change.error}
        onSend={(body) =>
          change.mutate(body, {
            onSuccess: () => {
              toast({ title: 'Password changed', tone: 'success' });
              close();
            },
          })
        }
      />
    </Dialog>
  );
}

type PasswordFormProps = {
  id: string;
  error: unknown;
  onSend: (body: { current: string; next: string }) => void;
};

function PasswordForm({ id, error, onSend }: PasswordFormProps) {
  const user = useCurrentUser();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [asked, setAsked] = useState(false);
  const problem = splitProblem(error, ['current', 'next']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (current !== '' && next !== '') onSend({ current, next });
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-3 pb-1">
      {/* Tells the browser's password keeper whose password this is. */}
      <input hidden readOnly autoComplete="username" value={user.email} />
      <Field
        label="Current password"
        error={asked && current === '' ? 'Type your current password.' : problem.fields.get('current')}
      >
        <PasswordBox name="current" value={current} onChange={setCurrent} autoFocus />
      </Field>
      <Field
        label="New password"
        hint="12 characters or more. A sentence is fine."
        error={asked && next === '' ? 'Type a new password.' : problem.fields.get('next')}
      >
        <PasswordBox name="next" value={next} onChange={setNext} autoComplete="new-password" />
      </Field>
      <FormErrors errors={problem.rest.map((message) => ({ message }))} />
    </form>
  );
}
