import { useCallback, useState } from 'react';
import type { BillSummary } from '#contract/bill.ts';
import type { BodyIn } from '#contract/endpoints.ts';
import type { PayeeDue, PaymentSummary, PaymentWritten } from '#contract/payable.ts';
import type { Id } from '#domain/ids.ts';
import type { PaymentMethod } from '#domain/payables/payment.ts';
import { type Day, isDay } from '#domain/time.ts';
import { paymentMutations } from '../../../data/payables.ts';
import { problemOf } from '../../../lib/api.ts';
import { fieldErrorText } from '../../../lib/field-error-text.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { useSentOnce } from '../../../parts/use-sent-once.ts';
import { allocate } from './allocation.ts';
import { proposedMethod, proposedReference } from './proposed-payment.ts';
import { useAllocation } from './use-allocation.ts';

type Body = BodyIn<'apPayments.create'>;
export type HeadField = 'paidOn' | 'reference' | 'memo';
type Head = {
  readonly method: PaymentMethod;
  readonly paidOn: string;
  /** null: as proposed. */
  readonly reference: string | null;
  readonly memo: string;
};
export type PayFormOf = {
  readonly payee: Pick<PayeeDue, 'vendorId' | 'vendorName' | 'currency'>;
  readonly open: readonly BillSummary[];
  readonly latest: readonly PaymentSummary[];
  readonly today: Day;
  readonly onPaid: (written: PaymentWritten) => void;
};

const NO_AMOUNT = 'An amount such as 12.30.';

/** A payment while it is put together. What is wrong with an amount is said at its bill at once, the rest from the first try on. */
export function usePayForm({ payee, open, latest, today, onPaid }: PayFormOf) {
  const allocation = useAllocation(open);
  const [head, setHead] = useState<Head>(() => ({
    method: proposedMethod(latest, payee.vendorId),
    paidOn: today,
    reference: null,
    memo: '',
  }));
  const [isAsked, setAsked] = useState(false);
  const sending = useSentOnce(paymentMutations.create(), onPaid);
  const { refused, forget } = sending;
  const { bills, typed, type } = allocation;
  const reference = head.reference ?? proposedReference(latest, head.method);
  const figures = allocate(
    bills,
    typed,
    {
      payeeVendorId: payee.vendorId,
      currency: payee.currency,
      paidOn: isDay(head.paidOn) ? head.paidOn : today,
    },
    today,
  );
  const problem = problemOf(refused);
  // The bill a refusal of the server names; what it says of no bill stands above the button.
  const isStale = problem?.code === 'request.stale';
  const refusedAt = bills.find(({ id, number }) =>
    isStale ? id === problem.params.id : number === problem?.params.number,
  )?.id;

  const wrong = new Map<Id, string>();
  if (problem && refusedAt !== undefined) wrong.set(refusedAt, refusalText(problem.code, problem.params));
  for (const [id, { code, params }] of figures.refused) wrong.set(id, refusalText(code, params));
  if (isAsked) for (const id of figures.unread) wrong.set(id, NO_AMOUNT);
  const dayFault = !isDay(head.paidOn)
    ? 'Choose a day.'
    : head.paidOn > today
      ? refusalText('apPayment.in_future', { today })
      : undefined;
  const wrongHead = new Map<HeadField, string>([
    ...(problem?.fields ?? []).map(
      (one) => [one.path.split('.').at(-1) as HeadField, fieldErrorText(one)] as const,
    ),
    ...(isAsked && dayFault !== undefined ? [['paidOn', dayFault] as const] : []),
  ]);
  const { whole } = figures;
  const saysWhole =
    whole !== null &&
    whole.code !== 'apPayment.in_future' &&
    (isAsked || whole.code === 'apPayment.below_none');
  const isReady =
    whole === null && dayFault === undefined && figures.unread.size === 0 && figures.refused.size === 0;

  async function send(): Promise<void> {
    setAsked(true);
    await sending.send([typed, head], () => (isReady ? bodyNow() : null));
  }
  const bodyNow = (): Body => ({
    payeeVendorId: payee.vendorId,
    paidOn: head.paidOn as Day,
    method: head.method,
    reference: reference.trim(),
    memo: head.memo.trim(),
    lines: figures.lines.map((line) => ({
      ...line,
      version: bills.find(({ id }) => id === line.billId)!.version,
    })),
  });

  return {
    allocation,
    head,
    reference,
    figures,
    wrong,
    wrongHead,
    whole: saysWhole ? refusalText(whole.code, whole.params) : null,
    refused: refusedAt === undefined ? refused : null,
    isSending: sending.isSending,
    isDirty: allocation.isDirty || head.memo !== '' || head.reference !== null,
    onHead: (changes: Partial<Head>) => setHead((now) => ({ ...now, ...changes })),
    /** What was refused was refused of other amounts. */
    onFilled: forget,
    onType: useCallback(
      (id: Id, text: string) => {
        forget();
        type(id, text);
      },
      [type, forget],
    ),
    send,
  };
}

export type PayFormState = ReturnType<typeof usePayForm>;
