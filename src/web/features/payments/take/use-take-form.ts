import { useCallback, useState } from 'react';
import type { BodyIn } from '#contract/endpoints.ts';
import type { CustomerPaymentWritten, OpenDocuments, PaymentChoices } from '#contract/payment.ts';
import type { Id } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { byDueDate, oldestFirst } from '#domain/oldest-first.ts';
import { isDay } from '#domain/time.ts';
import { customerPaymentMutations } from '../../../data/payments.ts';
import { problemOf } from '../../../lib/api.ts';
import { fieldErrorText } from '../../../lib/field-error-text.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { typedCents } from '../../../lib/typed-number.ts';
import {
  isTyped,
  NOTHING_TYPED,
  type Typed,
  typedOf,
  wholeOf,
} from '../../../parts/allocation/typed-amounts.ts';
import { useSentOnce } from '../../../parts/use-sent-once.ts';
import type { OpenRow } from '../open-look.tsx';
import { payableOf, reckon } from './taking.ts';

type Body = BodyIn<'payments.create'>;
export type TakeHead = {
  readonly businessUnitId: number;
  readonly paymentTypeId: number | null;
  /** Empty: as much as is applied. */
  readonly amount: string;
  readonly paidOn: string;
  readonly reference: string;
  readonly memo: string;
  readonly kind: 'Payment' | 'Deposit';
  readonly jobId: number | null;
  /** The little that is left of an invoice goes with it. */
  readonly writesOff: boolean;
};
export type TakeFormOf = {
  readonly open: OpenDocuments;
  readonly units: PaymentChoices['businessUnits'];
  /** As it begins. */
  readonly first: TakeHead;
  /** Paid whole to begin with. */
  readonly invoiceId: number | undefined;
  readonly onTaken: (written: CustomerPaymentWritten) => void;
};
export type HeadFault = 'amount' | 'paidOn' | 'paymentType' | 'reference' | 'memo' | 'job';

const NO_AMOUNT = 'An amount such as 12.30.';

/** A payment while it is put together. What is wrong with an invoice's amount is said at once, the rest from the first try on. */
export function useTakeForm({ open, units, first, invoiceId, onTaken }: TakeFormOf) {
  const [begun] = useState(first);
  const [head, setHead] = useState(begun);
  const [typed, setTyped] = useState<Typed>(() => wholeOne(open.items, invoiceId));
  const [isAsked, setAsked] = useState(false);
  const sending = useSentOnce(customerPaymentMutations.create(), onTaken);
  const { refused, forget } = sending;
  const unit = units.find(({ id }) => id === head.businessUnitId) ?? units[0]!;
  const { today } = unit;
  const rows = useRows(open.items, unit.currency, typed);
  const paidOn = isDay(head.paidOn) ? head.paidOn : today;
  const figures = reckon(rows, typed, { customerId: open.customerId, paidOn, amount: head.amount }, today);
  const { whole, amountCents } = figures;

  const problem = problemOf(refused);
  // An application the server refuses names the two by number.
  const refusedAt = problem?.code.startsWith('application.')
    ? rows.find(({ number }) => number === problem.params.to)?.id
    : undefined;
  const wrong = new Map<Id, string>();
  if (problem && refusedAt !== undefined) wrong.set(refusedAt, refusalText(problem.code, problem.params));
  for (const [id, { code, params }] of figures.refused) wrong.set(id, refusalText(code, params));
  if (isAsked) for (const id of figures.unread) wrong.set(id, NO_AMOUNT);

  const faults = new Map<HeadFault, string>();
  if (amountCents === undefined) faults.set('amount', NO_AMOUNT);
  else if (amountCents === 0) faults.set('amount', 'Say how much was paid.');
  if (!isDay(head.paidOn)) faults.set('paidOn', 'Choose a day.');
  else if (whole?.code === 'payment.in_future') faults.set('paidOn', refusalText(whole.code, whole.params));
  if (head.paymentTypeId === null) faults.set('paymentType', 'Choose how it was paid.');
  if (head.kind === 'Deposit' && head.jobId === null) faults.set('job', 'Choose the job it is for.');
  const isReady =
    faults.size === 0 && whole === null && figures.unread.size === 0 && figures.refused.size === 0;
  const wrongHead = new Map<string, string>([
    ...(problem?.fields ?? []).map((one) => [one.path.split('.').at(-1)!, fieldErrorText(one)] as const),
    ...(isAsked ? faults : []),
  ]);

  async function send(): Promise<void> {
    setAsked(true);
    await sending.send([typed, head], () => (isReady ? bodyNow() : null));
  }
  const bodyNow = (): Body => ({
    customerId: open.customerId,
    businessUnitId: unit.id,
    paymentTypeId: head.paymentTypeId!,
    kind: head.kind,
    paidOn,
    amountCents: amountCents!,
    reference: head.reference.trim(),
    memo: head.memo.trim(),
    jobId: head.kind === 'Deposit' ? head.jobId : null,
    lines: figures.lines.map((line) => ({
      ...line,
      writeOff: head.writesOff && figures.remainders.has(line.invoiceId),
    })),
  });
  const fill = (next: Typed) => {
    forget();
    setTyped(next);
  };

  return {
    head,
    unit,
    rows,
    typed,
    figures,
    wrong,
    wrongHead,
    whole: whole && whole.code !== 'payment.in_future' ? refusalText(whole.code, whole.params) : null,
    refused: refusedAt === undefined ? refused : null,
    isSending: sending.isSending,
    isDirty: head !== begun || Object.values(typed).some((text) => text.trim() !== ''),
    onHead: (changes: Partial<TakeHead>) => {
      // Another currency has other invoices.
      if (changes.businessUnitId !== undefined) fill(NOTHING_TYPED);
      forget();
      setHead((now) => ({ ...now, ...changes }));
    },
    onType: useCallback(
      (id: Id, text: string) => {
        forget();
        setTyped((now) => ({ ...now, [id]: text }));
      },
      [forget],
    ),
    tickAll: (isOn: boolean) =>
      fill(isOn ? Object.fromEntries(rows.map((row) => [row.id, wholeOf(row.openCents)])) : NOTHING_TYPED),
    /** The amount that was paid, to what was due first. */
    payOldest: () => {
      const amount = typedCents(head.amount);
      if (amount === undefined || amount === 0) return setAsked(true);
      const amounts = rows.map(({ id, dueDate, openCents }) => ({ id, dueDate, cents: cents(openCents) }));
      fill(typedOf(oldestFirst(amounts, cents(amount))));
    },
    send,
  };
}
export type TakeFormState = ReturnType<typeof useTakeForm>;

const wholeOne = (items: readonly OpenRow[], invoiceId: number | undefined): Typed => {
  const one = items.find(
    ({ kind, id, openCents }) => kind === 'invoice' && id === invoiceId && openCents > 0,
  );
  return one ? { [one.id]: wholeOf(one.openCents) } : NOTHING_TYPED;
};

/**
 * What is open in the unit's currency, what was due first at the top. What somebody else takes the money for meanwhile
 * keeps its row as long as something is typed for it, and says that nothing is open.
 */
function useRows(items: readonly OpenRow[], currency: string, typed: Typed): readonly OpenRow[] {
  const [seen, setSeen] = useState(() => ({ items, currency, rows: payableOf(items, currency) }));
  if (seen.items === items && seen.currency === currency) return seen.rows;
  const open = payableOf(items, currency);
  const now = new Set(open.map(({ id }) => id));
  const gone = seen.rows
    .filter((row) => row.currency === currency && !now.has(row.id) && isTyped(typed, row.id))
    .map((row) => ({ ...row, openCents: 0 }));
  const rows = [...open, ...gone].sort(byDueDate);
  setSeen({ items, currency, rows });
  return rows;
}
