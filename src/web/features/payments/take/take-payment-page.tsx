import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { CustomerPaymentWritten, OpenDocuments, PaymentChoices } from '#contract/payment.ts';
import { customerPaymentQueries } from '../../../data/payments.ts';
import { CustomerPicker } from '../../../parts/customer-picker.tsx';
import { MissingLists } from '../../../parts/missing-lists.tsx';
import { PageBar } from '../../../parts/page-bar.tsx';
import { type PageKeys, usePageKeys } from '../../../parts/page-keys.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { shortcutLabel } from '../../../ui/shortcut.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { toast } from '../../../ui/toast-store.ts';
import { TakeForm } from './take-form.tsx';
import { usePayer } from './use-payer.ts';
import type { TakeHead } from './use-take-form.ts';

export type TakePaymentPageProps = {
  customerId?: number | undefined;
  invoiceId?: number | undefined;
  jobId?: number | undefined;
};

const KEYS: PageKeys = {
  title: 'Take payment',
  rows: [
    ['Spread the amount over the oldest', 'Enter'],
    ['Pay an invoice whole, or not', 'Space'],
    ['From invoice to invoice', '↑ ↓ Enter'],
    ['Take it, from anywhere', shortcutLabel('Mod+Enter')],
  ],
};

/** Whose payment, then how much and what for. */
export function TakePaymentPage({ invoiceId, jobId, ...asked }: TakePaymentPageProps) {
  usePageKeys(KEYS);
  const navigate = useNavigate();
  const payer = usePayer({ ...asked, invoiceId, jobId });
  const { customerId } = payer;
  const choices = useQuery(customerPaymentQueries.choices());
  const open = useQuery({
    ...customerPaymentQueries.openOf(customerId ?? 0),
    enabled: customerId !== undefined,
  });
  // How they paid last is how they are likely to pay now.
  const before = useInfiniteQuery({
    ...customerPaymentQueries.list({ customerId }),
    enabled: customerId !== undefined,
  });
  const [taken, setTaken] = useState<CustomerPaymentWritten | null>(null);
  // The guard lets go first: it asks as long as the form says there is something typed.
  useEffect(() => {
    if (!taken) return;
    const { id, number } = taken.payment;
    toast({ title: `Payment ${number} is taken`, tone: 'success' });
    void navigate({ to: '/payments/$id', params: { id } });
  }, [taken, navigate]);
  const failed = [payer, choices, open].find(({ error }) => error !== null);
  const missing = choices.data && missingOf(choices.data);
  const choose = (id: number | undefined) =>
    void navigate({ to: '/payments/new', search: { customerId: id }, replace: true });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageBar title="Take payment" />
      {failed && (
        <div className="p-3">
          <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />
        </div>
      )}
      {missing && missing.length > 0 ? (
        <MissingLists document="A payment" kinds={missing} />
      ) : customerId === undefined && !payer.isReading ? (
        <div className="w-100 max-w-full px-5 py-3.5">
          <Field label="Customer who pays">
            <CustomerPicker autoFocus value={null} onValueChange={(one) => one && choose(one.id)} />
          </Field>
        </div>
      ) : !choices.data || !open.data || before.isLoading ? (
        !failed && <SkeletonRows rows={8} label="Loading what is open" />
      ) : (
        <>
          <header className="flex flex-wrap items-center gap-x-3 px-3 py-1.5">
            <h2 className="m-0 min-w-0 wrap-anywhere text-lg font-semibold">
              <Link to="/customers/$id" params={{ id: open.data.customerId }} className="text-text">
                <bdi>{open.data.customerName}</bdi>
              </Link>
            </h2>
            <Button variant="ghost" onClick={() => choose(undefined)}>
              Another customer
            </Button>
          </header>
          <TakeForm
            key={customerId}
            open={open.data}
            choices={choices.data}
            first={firstOf(open.data, choices.data, {
              invoiceId,
              jobId,
              lastTypeId: before.data?.pages[0]?.items[0]?.paymentTypeId,
            })}
            invoiceId={invoiceId}
            isTaken={taken !== null}
            onTaken={setTaken}
            onEscape={() => void navigate({ to: '/payments' })}
          />
        </>
      )}
    </div>
  );
}

const missingOf = ({ paymentTypes, businessUnits }: PaymentChoices) => [
  ...(businessUnits.some(({ active }) => active) ? [] : ['businessUnit' as const]),
  ...(paymentTypes.some(({ active }) => active) ? [] : ['paymentType' as const]),
];

type Wanted = { invoiceId: number | undefined; jobId: number | undefined; lastTypeId: number | undefined };

/** As it begins: in the unit of the invoice that is meant, else of what was due first. */
function firstOf(
  { items }: OpenDocuments,
  { paymentTypes, businessUnits }: PaymentChoices,
  { invoiceId, jobId, lastTypeId }: Wanted,
): TakeHead {
  const owed = items.filter(({ kind, openCents }) => kind === 'invoice' && openCents > 0);
  const meant = owed.find(({ id }) => id === invoiceId) ?? owed[0];
  const units = businessUnits.filter(({ active }) => active);
  const unit = units.find(({ id }) => id === meant?.businessUnitId) ?? units[0]!;
  const types = paymentTypes.filter(({ active }) => active);
  return {
    businessUnitId: unit.id,
    paymentTypeId: (types.find(({ id }) => id === lastTypeId) ?? types[0])?.id ?? null,
    amount: '',
    paidOn: unit.today,
    reference: '',
    memo: '',
    kind: jobId === undefined ? 'Payment' : 'Deposit',
    jobId: jobId ?? null,
    writesOff: false,
  };
}
