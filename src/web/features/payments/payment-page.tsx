import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CustomerPaymentView } from '#contract/payment.ts';
import { cents } from '#domain/money.ts';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { customerPaymentQueries } from '../../data/payments.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { useNow } from '../../lib/clock.ts';
import { formatDay, formatDayTime, formatMoney } from '../../lib/format.ts';
import { HistoryList } from '../../parts/history-list.tsx';
import { PageBar } from '../../parts/page-bar.tsx';
import { useFocusKept } from '../../ui/focus-page.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { usePrinting } from '../../ui/use-printing.ts';
import { PaymentApplications } from './payment-applications.tsx';
import { PaymentFacts, PaymentRefunds } from './payment-facts.tsx';
import { PaymentStateBadge, stateOf } from './payment-state.tsx';
import { ApplicationActions, PaymentActions } from './steps/payment-actions.tsx';
import { useWhyNot } from './steps/use-why-not.ts';

/** What came in or went back, what it was applied to, what is left. On paper it is the customer's receipt. */
export function PaymentPage({ id }: { id: number }) {
  const user = useCurrentUser();
  const { data: payment } = useSuspenseQuery(customerPaymentQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const zone = homeZone(setup, user.businessUnitIds);
  const today = dayOf(useNow(60_000), zone);
  const printing = usePrinting();
  const whyNot = useWhyNot(payment);
  useFocusKept(stateOf(payment));
  const { number, currency } = payment;
  const word = payment.kind === 'Refund' ? 'Refund' : 'Payment';
  return (
    <SplitPane
      stacks
      label="Side panel"
      side={
        <Tabs
          label="About the payment"
          value="history"
          onValueChange={() => {}}
          className="h-full px-3.5"
          panelClassName="overflow-y-auto"
          items={[
            {
              id: 'history',
              label: 'History',
              content: <HistoryList kind="payment" id={id} zone={zone} />,
            },
          ]}
        />
      }
    >
      <PageBar title={`${word} ${number}`} />
      <div className="px-5 py-3.5 max-sm:px-3">
        {printing && (
          <p className="m-0 mb-2 text-[13pt] font-semibold">
            {user.companyName} · {word === 'Refund' ? 'Refund advice' : 'Receipt'}
          </p>
        )}
        <PageHeader
          title={`${word} ${number}`}
          detail={
            <>
              <PaymentStateBadge of={payment} />
              <span className="min-w-0 wrap-anywhere">
                {word === 'Refund' ? 'to ' : 'of '}
                <Link to="/customers/$id" params={{ id: payment.customerId }}>
                  <bdi>{payment.customerName}</bdi>
                </Link>{' '}
                ·{' '}
                <b className="font-semibold text-text">
                  {formatMoney(cents(Math.abs(payment.amountCents)), currency)}
                </b>
              </span>
            </>
          }
          actions={<PaymentActions payment={payment} today={today} whyNot={whyNot} />}
        />
        <Ended payment={payment} zone={zone} today={today} />
        <PaymentApplications
          payment={payment}
          today={today}
          zone={zone}
          actions={(application) => (
            <ApplicationActions payment={payment} application={application} whyNot={whyNot} />
          )}
        />
        <PaymentRefunds payment={payment} today={today} />
        <PaymentFacts payment={payment} today={today} zone={zone} />
      </div>
    </SplitPane>
  );
}

type EndedProps = { payment: CustomerPaymentView; zone: string; today: ReturnType<typeof dayOf> };

/** Void or bounced: by whom, when, and why. */
function Ended({ payment: { voided, bounced }, zone, today }: EndedProps) {
  const ended = voided ?? bounced;
  if (!ended) return null;
  const by = `by ${ended.byName} on ${formatDayTime(ended.at, zone, { today })}`;
  return (
    <div className="mt-3">
      <ProblemBanner
        tone="warning"
        title={bounced ? `Bounced on ${formatDay(bounced.on, { today })}, said ${by}` : `Made void ${by}`}
        messages={[ended.memo || 'No reason was given.']}
      />
    </div>
  );
}
