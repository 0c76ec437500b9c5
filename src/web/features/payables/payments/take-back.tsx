import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PaymentView } from '#contract/payable.ts';
import { cents } from '#domain/money.ts';
import { paymentMutations } from '../../../data/payables.ts';
import { problemOf } from '../../../lib/api.ts';
import { formatMoney } from '../../../lib/format.ts';
import { toldError } from '../../../lib/told-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { toast } from '../../../ui/toast-store.ts';

/** Taken back for a reason; asked for first, because nothing takes that back. */
export function TakeBack({
  payment,
  disabledReason,
}: {
  payment: PaymentView;
  disabledReason: string | undefined;
}) {
  const [isAsked, setAsked] = useState(false);
  const takeBack = useMutation(paymentMutations.takeBack());
  const { id, version, number, amountCents, currency, lines } = payment;
  const send = async (memo: string) => {
    try {
      await takeBack.mutateAsync({ id, memo, expected: [{ kind: 'apPayment', id, version }] });
      toast({ title: `Payment ${number} is taken back`, tone: 'success' });
    } catch (error) {
      // Only taking it back changes a payment: whoever was first has done what was asked for.
      const isDone = problemOf(error)?.code === 'request.stale';
      toast({
        title: 'Not done',
        body: isDone ? 'Somebody else took this payment back already.' : toldError(error),
        tone: 'error',
      });
      // After a lost connection the question stays, with its reason.
      if (!isDone) return;
    }
    setAsked(false);
  };
  const bills = `${lines.length} ${lines.length === 1 ? 'bill' : 'bills'}`;
  return (
    <>
      <Button size="form" variant="danger" disabledReason={disabledReason} onClick={() => setAsked(true)}>
        Take back…
      </Button>
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setAsked}
        title={`Take payment ${number} back?`}
        description={`The ${bills} it paid are open again, ${formatMoney(cents(amountCents), currency)} in all. It stays in the list as taken back, and cannot be made good again: pay the bills anew.`}
        action="Take back"
        danger
        busy={takeBack.isPending}
        reason={{ label: 'Reason', hint: 'Such as “Check bounced”.' }}
        onConfirm={(memo) => void send(memo)}
      />
    </>
  );
}
