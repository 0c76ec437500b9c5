/** Of one application: taking it back, moving it. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CustomerPaymentView } from '#contract/payment.ts';
import { cents } from '#domain/money.ts';
import { customerPaymentMutations, customerPaymentQueries } from '../../../data/payments.ts';
import { formatMoney } from '../../../lib/format.ts';
import { DialogForm } from '../../../parts/dialog-form.tsx';
import { useSentOnce } from '../../../parts/use-sent-once.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { Field } from '../../../ui/field.tsx';
import { toast } from '../../../ui/toast-store.ts';
import type { OpenRow } from '../open-look.tsx';
import type { Application } from '../payment-applications.tsx';
import { payableOf } from '../take/taking.ts';

export type ApplicationDialogProps = {
  payment: CustomerPaymentView;
  application: Application;
  onClose: () => void;
};

const nameOf = ({ other }: Application): string =>
  other === null
    ? 'the document of another business unit'
    : `${other.kind === 'invoice' ? 'invoice' : 'payment'} ${other.number}`;

export function UnapplyDialog({ payment, application, onClose }: ApplicationDialogProps) {
  const amount = formatMoney(cents(application.cents), payment.currency);
  const { send, refused, isSending } = useSentOnce(customerPaymentMutations.unapply(), () => {
    toast({ title: `${amount} taken back`, tone: 'success' });
    onClose();
  });
  return (
    <DialogForm
      title={`Take ${amount} back from ${nameOf(application)}?`}
      description="It is open for as much again, and the payment has it as credit, to be applied to something else."
      action="Take back"
      busy={isSending}
      error={refused}
      onSubmit={() => void send([], () => ({ applicationIds: [application.id] }))}
      onClose={onClose}
    >
      {null}
    </DialogForm>
  );
}

/** The whole of it, to another invoice of the customer. */
export function MoveDialog({ payment, application, onClose }: ApplicationDialogProps) {
  const { customerId, currency } = payment;
  const amount = formatMoney(cents(application.cents), currency);
  const { data: open } = useQuery(customerPaymentQueries.openOf(customerId));
  const [to, setTo] = useState<OpenRow | null>(null);
  const [asked, setAsked] = useState(false);
  const { send, refused, isSending } = useSentOnce(customerPaymentMutations.move(), () => {
    toast({ title: `${amount} moved to invoice ${to?.number}`, tone: 'success' });
    onClose();
  });
  const search = useCallback(
    async (query: string) =>
      payableOf(open?.items ?? [], currency).filter(
        (one) =>
          one.kind === 'invoice' &&
          one.id !== application.other?.id &&
          `${one.number} ${one.street ?? ''}`.toLowerCase().includes(query.trim().toLowerCase()),
      ),
    [open, currency, application],
  );
  const fault =
    to === null
      ? 'Choose an invoice.'
      : to.openCents < application.cents
        ? `Only ${formatMoney(cents(to.openCents), currency)} of it is open. Take this back and apply it in parts.`
        : undefined;
  return (
    <DialogForm
      title={`Move ${amount} from ${nameOf(application)}`}
      description="The whole amount goes to another invoice of the customer."
      action="Move"
      busy={isSending}
      error={refused}
      onSubmit={() => {
        setAsked(true);
        void send([to], () =>
          fault === undefined ? { applicationId: application.id, invoiceId: to!.id } : null,
        );
      }}
      onClose={onClose}
    >
      <Field label="To invoice" required error={asked || to ? fault : undefined}>
        <Combobox<OpenRow>
          value={to}
          onValueChange={setTo}
          search={search}
          isLocal
          itemKey={({ id }) => id}
          itemText={({ number }) => String(number)}
          renderItem={({ number, street, openCents }) => (
            <span className="flex gap-3">
              <b className="font-medium tabular-nums">{number}</b>
              <bdi className="min-w-0 flex-1 truncate text-muted">{street}</bdi>
              <span className="tabular-nums">{formatMoney(cents(openCents), currency)}</span>
            </span>
          )}
          placeholder="Number or street"
          emptyText="No other invoice of the customer is open."
        />
      </Field>
    </DialogForm>
  );
}
