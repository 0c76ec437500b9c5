import type { CustomerPaymentView } from '#contract/payment.ts';
import { LONGEST_PAYMENT } from '#domain/lengths.ts';
import { customerPaymentMutations } from '../../../data/payments.ts';
import { StepDialog } from '../../../parts/step-dialog.tsx';
import { useSentOnce } from '../../../parts/use-sent-once.ts';
import { toast } from '../../../ui/toast-store.ts';

/** It never was: for what was typed by mistake. */
export function VoidDialog({ payment, onClose }: { payment: CustomerPaymentView; onClose: () => void }) {
  const { id, version, number } = payment;
  const { send, refused, isSending } = useSentOnce(customerPaymentMutations.makeVoid(), () => {
    toast({ title: `Payment ${number} is void`, tone: 'success' });
    onClose();
  });
  return (
    <StepDialog
      title={`Make payment ${number} void?`}
      description="It counts as never written down. It stays in the list as void, and cannot be made good again."
      action="Make void"
      danger
      longestMemo={LONGEST_PAYMENT.memo}
      busy={isSending}
      error={refused}
      onGive={({ memo }) =>
        void send([memo], () => ({ id, memo, expected: [{ kind: 'payment' as const, id, version }] }))
      }
      onClose={onClose}
    />
  );
}
