import { useState } from 'react';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { DialogForm } from './dialog-form.tsx';

export type StepDialogProps<Reason extends string | number> = {
  /** "Reject order 1042?" */
  title: string;
  /** What will happen, in a sentence. */
  description: string;
  /** The verb on the button. */
  action: string;
  danger?: boolean | undefined;
  /** One of these has to be chosen; left out where words are enough. */
  reasons?: readonly { readonly value: Reason; readonly label: string }[] | undefined;
  /** What is to be done while there are none to choose from. */
  noReasons?: string | undefined;
  /** How long the words may be, as the contract has them. */
  longestMemo: number;
  /** The words are asked for, not only taken. */
  needsMemo?: boolean | undefined;
  busy?: boolean | undefined;
  /** What the last try was refused with; the words stay typed. */
  error?: unknown;
  onGive: (given: { reason: Reason | null; memo: string }) => void;
  onClose: () => void;
};

/** Asks why before a step that somebody else will read about: a reason of the list, words beside it. */
export function StepDialog<Reason extends string | number>(props: StepDialogProps<Reason>) {
  const { title, description, action, reasons, needsMemo = false, busy, error, onGive, onClose } = props;
  const [reason, setReason] = useState<Reason | null>(null);
  const [memo, setMemo] = useState('');
  const [asked, setAsked] = useState(false);
  const isMissing = {
    reason: reasons !== undefined && reason === null,
    memo: needsMemo && memo.trim() === '',
  };
  const submit = () => {
    setAsked(true);
    if (!isMissing.reason && !isMissing.memo) onGive({ reason, memo: memo.trim() });
  };
  return (
    <DialogForm
      title={title}
      description={description}
      action={action}
      danger={props.danger}
      busy={busy}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      {reasons && (
        <Field
          label="Reason"
          required
          error={asked && isMissing.reason ? 'Choose a reason.' : undefined}
          hint={reasons.length === 0 ? props.noReasons : undefined}
        >
          <Select value={reason} onValueChange={setReason} options={reasons} />
        </Field>
      )}
      <Field
        label="Memo"
        required={needsMemo}
        error={asked && isMissing.memo ? 'Say why, in a few words.' : undefined}
      >
        <TextArea
          rows={2}
          maxLength={props.longestMemo}
          value={memo}
          onChange={({ target }) => setMemo(target.value)}
        />
      </Field>
    </DialogForm>
  );
}
