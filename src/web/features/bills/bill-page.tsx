import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { cents } from '#domain/money.ts';
import { dayOf } from '#domain/time.ts';
import { billQueries } from '../../data/bills.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { useNow } from '../../lib/clock.ts';
import { formatMoney } from '../../lib/format.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { type PageKeys, usePageKeys } from '../../parts/page-keys.ts';
import { Section } from '../../parts/section.tsx';
import { useFocusKept } from '../../ui/focus-page.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { shortcutLabel, useShortcut } from '../../ui/shortcut.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Steps } from '../../ui/steps.tsx';
import { BillActions } from './bill-actions.tsx';
import { BillFacts } from './bill-facts.tsx';
import { BillMatch } from './bill-match.tsx';
import { BillNotes } from './bill-notes.tsx';
import { BillSaid } from './bill-said.tsx';
import { BillSide } from './bill-side.tsx';
import { billSpine } from './bill-spine.ts';
import { EnterPanel } from './entry/enter-panel.tsx';
import { differencesInOrder } from './match-rows.ts';
import { useBillSteps } from './use-bill-steps.tsx';
import { useVerdicts } from './use-verdicts.ts';
import { useWhyNot } from './use-why-not.ts';

const KEYS: PageKeys = {
  title: 'Bill',
  rows: [
    ['The paper says the same', '='],
    ['Enter other figures', 'E'],
    ['Accept, dispute, claim a credit for the difference', 'A, D, C'],
    ['A memo to it', 'M'],
    ['To the next difference, the one before', 'Enter ↓, ↑'],
    ['Accept all that are open', 'Shift A'],
    ['Send the figures', shortcutLabel('Mod+Enter')],
  ],
};

/** A bill as a document: what was ordered, came and is asked for, and what is said to each difference. The route read it. */
export function BillPage({ id }: { id: number }) {
  const user = useCurrentUser();
  const { data: card } = useSuspenseQuery(billQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const [isEntering, setEntering] = useState(false);
  const steps = useBillSteps(card);
  const verdicts = useVerdicts(steps);
  const whyNot = useWhyNot(card);
  usePageKeys(KEYS);
  const { bill } = card;
  const zone =
    setup.businessUnits.find((one) => one.id === bill.businessUnitId)?.timeZone ??
    homeZone(setup, user.businessUnitIds);
  const today = dayOf(useNow(60_000), zone);
  const may = {
    agree: whyNot('agree') === undefined,
    enter: whyNot('enter') === undefined,
    judge: whyNot('judge') === undefined,
  };
  const agree = () =>
    void steps.send({
      step: 'agree',
      body: {},
      verb: 'Reconcile',
      onDone: () => setEntering(false),
    });
  const acceptAll = () =>
    verdicts.judge(
      differencesInOrder(card).filter(({ isOpen }) => isOpen),
      'accept',
    );
  useShortcut('=', agree, { enabled: may.agree && !isEntering });
  useShortcut('E', () => setEntering(true), { enabled: may.enter && !isEntering });
  useShortcut('Shift+A', acceptAll, { enabled: may.judge && bill.status === 'Discrepancy' });
  // Kept while somebody else's figures came first: what is typed is still there to compare, and says why it is refused.
  useFocusKept(`${bill.status} ${bill.syncStatus} ${isEntering}`);
  return (
    <SplitPane stacks label="Side panel" side={<BillSide id={id} zone={zone} />}>
      <PageBar title={`Bill ${bill.number}`} />
      <div className="px-5 py-3.5 max-sm:px-3">
        <PageHeader
          title={`${bill.kind === 'Credit' ? 'Credit' : 'Bill'} ${bill.number}`}
          detail={
            <span className="min-w-0 wrap-anywhere">
              <Link to="/vendors/$id" params={{ id: bill.vendorId }}>
                <bdi>{bill.vendorName}</bdi>
              </Link>
              {bill.vendorInvoiceNumber && (
                <>
                  {' '}
                  · <bdi>{bill.vendorInvoiceNumber}</bdi>
                </>
              )}{' '}
              ·{' '}
              <b className="font-semibold text-text">
                {formatMoney(cents(bill.payableCents), bill.currency)}
              </b>
            </span>
          }
          actions={
            <BillActions
              card={card}
              whyNot={whyNot}
              steps={steps}
              isEntering={isEntering}
              onAgree={agree}
              onEnter={() => setEntering(true)}
            />
          }
        />
        <div className="mt-3">
          <Steps label="How far the bill is" steps={billSpine(card, { zone, today })} />
        </div>
        <BillNotes card={card} />
        <div className="mt-3 empty:hidden">
          {!isEntering && (
            <BillSaid
              card={card}
              mayJudge={may.judge}
              isBusy={steps.sending === 'judge'}
              onAcceptAll={acceptAll}
            />
          )}
        </div>
        {isEntering ? (
          <EnterPanel card={card} steps={steps} today={today} onClose={() => setEntering(false)} />
        ) : (
          <Section title="Ordered, received, billed">
            <BillMatch card={card} verdicts={verdicts} mayJudge={may.judge} />
          </Section>
        )}
        <BillFacts card={card} today={today} />
      </div>
      {steps.dialog}
    </SplitPane>
  );
}
