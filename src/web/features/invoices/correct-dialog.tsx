import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { InvoiceCardView } from '#contract/invoice.ts';
import { LONGEST_INVOICE } from '#domain/lengths.ts';
import { postingMutations } from '../../data/postings.ts';
import { DialogForm } from '../../parts/dialog-form.tsx';
import { useSentOnce } from '../../parts/use-sent-once.ts';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-store.ts';

export type CorrectDialogProps = { card: InvoiceCardView; onClose: () => void };

/** An invoice that is in the books stays as it is: another takes it back, and a third, which can be edited, replaces it. */
export function CorrectDialog({ card: { invoice }, onClose }: CorrectDialogProps) {
  const navigate = useNavigate();
  const [memo, setMemo] = useState('');
  const { send, isSending, refused } = useSentOnce(postingMutations.correct(), ({ replacement }) => {
    toast({ title: `Invoice ${replacement.number} stands in for ${invoice.number}`, tone: 'success' });
    onClose();
    void navigate({ to: '/invoices/$id', params: { id: replacement.id } });
  });
  return (
    <DialogForm
      title={`Correct invoice ${invoice.number}?`}
      description="It is in the books, so it stays. One invoice takes it back to the cent, another stands in its place and can be edited; what was applied moves along."
      action="Correct it"
      busy={isSending}
      error={refused}
      onSubmit={() =>
        void send([memo], () => ({ id: invoice.id, version: invoice.version, memo: memo.trim() }))
      }
      onClose={onClose}
    >
      <Field label="Why" hint="Stands on both.">
        <TextField
          size="form"
          value={memo}
          maxLength={LONGEST_INVOICE.memo}
          onChange={({ target }) => setMemo(target.value)}
        />
      </Field>
    </DialogForm>
  );
}
