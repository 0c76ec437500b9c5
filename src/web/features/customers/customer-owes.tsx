import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { OpenDocuments } from '#contract/payment.ts';
import { cents, negateCents, sumCents } from '#domain/money.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { customerPaymentQueries } from '../../data/payments.ts';
import { formatDay, formatMoney } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';
import { DocumentLink } from '../../parts/document-link.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { rowClass, Section, useFewRows } from '../../parts/section.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { MoneyText } from '../../ui/money-text.tsx';

/** What is still to be paid and what is theirs, the oldest first; who takes payments finds the way here also when nothing is open. */
export function CustomerOwes({ customerId }: { customerId: number }) {
  const user = useCurrentUser();
  const mayTake = mayCall(user, 'payments.create');
  const { data, error, refetch } = useQuery({
    ...customerPaymentQueries.openOf(customerId),
    enabled: mayCall(user, 'payments.openOf'),
  });
  const { shown, more } = useFewRows(data?.items ?? []);
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data || (data.items.length === 0 && !mayTake)) return null;
  return (
    <Section
      title="Open balance"
      count={data.items.length}
      action={
        <span className="inline-flex items-center gap-3" data-print="hide">
          <Link to="/payments" search={{ customer: customerId }}>
            Payments
          </Link>
          {mayTake && (
            <Link to="/payments/new" search={{ customerId }} className={buttonClass()}>
              Take payment
            </Link>
          )}
        </span>
      }
    >
      {data.items.length === 0 ? (
        <p className={rowClass}>Nothing is open.</p>
      ) : (
        <p className={`${rowClass} flex-wrap tabular-nums`}>
          {sumsOf(data).map(({ currency, owed, credit }) => (
            <Fragment key={currency}>
              <span>
                <b className="font-semibold">{formatMoney(owed, currency)}</b> owed
              </span>
              {credit > 0 && (
                <span>
                  <b className="font-semibold">{formatMoney(credit, currency)}</b> credit
                </span>
              )}
            </Fragment>
          ))}
        </p>
      )}
      {shown.map((one) => (
        <OpenRow key={`${one.kind} ${one.id}`} of={one} />
      ))}
      {more}
    </Section>
  );
}

type Open = OpenDocuments['items'][number];

function OpenRow({
  of: { kind, id, number, dueDate, syncStatus, openCents, currency, street },
}: {
  of: Open;
}) {
  const isPayment = kind === 'payment';
  return (
    <div className={rowClass}>
      <span className="w-32 shrink-0">
        {isPayment ? 'Payment ' : 'Invoice '}
        {isPayment ? (
          <DocumentLink to="/payments/$id" id={id} look="section">
            {number}
          </DocumentLink>
        ) : (
          <span className="tabular-nums">{number}</span>
        )}
      </span>
      <span className="min-w-0 flex-1 truncate text-muted">
        {isPayment ? 'of' : 'due'} {formatDay(dueDate, { year: true })} · {syncStatus.toLowerCase()}
        {street && (
          <>
            {' · '}
            <bdi>{street}</bdi>
          </>
        )}
      </span>
      <MoneyText amount={cents(openCents)} currency={currency} />
    </div>
  );
}

/** Nothing is converted: each currency by itself, whatever the business unit. */
function sumsOf({ balances }: OpenDocuments) {
  const currencies = [...new Set(balances.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const of = balances.filter((one) => one.currency === currency);
    return {
      currency,
      owed: sumCents(of.map(({ owedCents }) => cents(owedCents))),
      credit: negateCents(sumCents(of.map(({ creditCents }) => cents(creditCents)))),
    };
  });
}
