import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PaymentView } from '#contract/payable.ts';
import { cents } from '#domain/money.ts';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { paymentQueries } from '../../../data/payables.ts';
import { homeZone, setupQueries } from '../../../data/setup.ts';
import { useNow } from '../../../lib/clock.ts';
import { formatDay, formatDayTime, formatMoney } from '../../../lib/format.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { mayCall } from '../../../lib/session.ts';
import { HistoryList } from '../../../parts/history-list.tsx';
import { PageBar } from '../../../parts/page-bar.tsx';
import { Section } from '../../../parts/section.tsx';
import { Button } from '../../../ui/button.tsx';
import { useFocusKept } from '../../../ui/focus-page.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemBanner } from '../../../ui/problem-banner.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { usePrinting } from '../../../ui/use-printing.ts';
import { METHOD_WORDS, REFERENCE_WORDS } from '../payment-words.ts';
import { PaidBills } from './paid-bills.tsx';
import { PaymentStatusBadge } from './payment-status.tsx';
import { TakeBack } from './take-back.tsx';

/** What it paid, when, by whom, and who took it back. On paper it is the advice that goes along with the money. */
export function PaymentPage({ id }: { id: number }) {
  const user = useCurrentUser();
  const { data: payment } = useSuspenseQuery(paymentQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const zone = homeZone(setup, user.businessUnitIds);
  const today = dayOf(useNow(60_000), zone);
  const printing = usePrinting();
  const { number, method, reference, currency, canceled, made } = payment;
  useFocusKept(payment.status);
  const amount = formatMoney(cents(payment.amountCents), currency);
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
              content: <HistoryList kind="apPayment" id={id} zone={zone} />,
            },
          ]}
        />
      }
    >
      <PageBar title={`Payment ${number}`} />
      <div className="px-5 py-3.5 max-sm:px-3">
        {printing && (
          <p className="m-0 mb-2 text-[13pt] font-semibold">{user.companyName} · Remittance advice</p>
        )}
        <PageHeader
          title={`Payment ${number}`}
          detail={
            <span className="min-w-0 wrap-anywhere">
              to{' '}
              <Link to="/vendors/$id" params={{ id: payment.payeeVendorId }}>
                <bdi>{payment.payeeName}</bdi>
              </Link>{' '}
              · <b className="font-semibold text-text">{amount}</b>
            </span>
          }
          actions={
            <span data-print="hide" className="inline-flex gap-2">
              <Button size="form" icon={<Printer aria-hidden />} onClick={() => window.print()}>
                Print advice
              </Button>
              <TakeBack
                payment={payment}
                disabledReason={whyNotTakenBack(payment, mayCall(user, 'apPayments.cancel'))}
              />
            </span>
          }
        />
        {canceled && (
          <div className="mt-3">
            <ProblemBanner
              tone="warning"
              title={`Taken back by ${canceled.byName} on ${formatDayTime(canceled.at, zone, { today })}`}
              messages={[canceled.memo || 'No reason was given.']}
            />
          </div>
        )}
        <PaidBills payment={payment} today={today} />
        <Section title="Facts">
          <dl className="m-0 grid grid-cols-1 gap-x-5 gap-y-2 px-3 py-2 sm:grid-cols-2 lg:grid-cols-4">
            <Fact title="Status">
              <PaymentStatusBadge status={payment.status} />
            </Fact>
            <Fact title="Paid on">{formatDay(payment.paidOn, { today })}</Fact>
            <Fact title="Method">{METHOD_WORDS[method]}</Fact>
            <Fact title={REFERENCE_WORDS[method]}>
              {reference ? (
                <bdi className="wrap-anywhere">{reference}</bdi>
              ) : (
                <span className="text-faint">none</span>
              )}
            </Fact>
            {!printing && (
              <Fact title="Entered by">
                {made.byName}
                <span className="block text-xs text-muted">{formatDayTime(made.at, zone, { today })}</span>
              </Fact>
            )}
            <Fact title="Memo" wide>
              {payment.memo ? (
                <bdi className="wrap-anywhere whitespace-pre-line">{payment.memo}</bdi>
              ) : (
                <span className="text-faint">none</span>
              )}
            </Fact>
          </dl>
        </Section>
      </div>
    </SplitPane>
  );
}

function whyNotTakenBack({ canceled }: PaymentView, may: boolean): string | undefined {
  if (!may) return refusalText('session.forbidden');
  return canceled ? refusalText('apPayment.canceled') : undefined;
}

const Fact = ({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) => (
  <div className={wide ? 'sm:col-span-2' : undefined}>
    <dt className="text-xs text-muted">{title}</dt>
    <dd className="m-0">{children}</dd>
  </div>
);
