import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cents } from '#domain/money.ts';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { invoiceQueries } from '../../data/invoices.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { useNow } from '../../lib/clock.ts';
import { formatMoney } from '../../lib/format.ts';
import { INVOICE_KIND_WORDS } from '../../lib/invoice-words.ts';
import { mayCall } from '../../lib/session.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { type PageKeys, usePageKeys } from '../../parts/page-keys.ts';
import { useFocusKept } from '../../ui/focus-page.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { shortcutLabel } from '../../ui/shortcut.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Steps } from '../../ui/steps.tsx';
import { InvoiceActions } from './invoice-actions.tsx';
import { InvoiceFacts } from './invoice-facts.tsx';
import { InvoiceApplications, InvoiceLinks } from './invoice-linked.tsx';
import { InvoiceSide } from './invoice-side.tsx';
import { invoiceSpine } from './invoice-spine.ts';
import { InvoiceItems } from './items/invoice-items.tsx';
import { useInvoiceSteps } from './use-invoice-steps.tsx';
import { useWhyNot } from './use-why-not.ts';

const KEYS: PageKeys = {
  title: 'Invoice',
  rows: [
    ['Edit its items', 'E'],
    ['Save the items', shortcutLabel('Mod+Enter')],
    ['Say that it is reviewed', 'R'],
  ],
};

/** An invoice as a document: whom it asks, how far it is, what for, what is paid on it. The route read it. */
export function InvoicePage({ id, startsEditing }: { id: number; startsEditing: boolean }) {
  const user = useCurrentUser();
  const { data: card } = useSuspenseQuery(invoiceQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const whyNot = useWhyNot(card);
  const steps = useInvoiceSteps(card);
  useFocusKept(`${card.invoice.syncStatus} ${card.invoice.isVoid}`);
  usePageKeys(KEYS);
  const { invoice } = card;
  const zone =
    setup.businessUnits.find((one) => one.id === invoice.businessUnitId)?.timeZone ??
    homeZone(setup, user.businessUnitIds);
  const today = dayOf(useNow(60_000), zone);
  return (
    <SplitPane stacks label="Side panel" side={<InvoiceSide id={id} zone={zone} />}>
      <PageBar title={`Invoice ${invoice.number}`} />
      <div className="px-5 py-3.5 max-sm:px-3">
        <PageHeader
          title={`Invoice ${invoice.number}`}
          detail={
            <span className="min-w-0 wrap-anywhere">
              {INVOICE_KIND_WORDS[invoice.kind]} ·{' '}
              <Link to="/customers/$id" params={{ id: invoice.customerId }}>
                <bdi>{invoice.customerName}</bdi>
              </Link>{' '}
              ·{' '}
              <b className="font-semibold text-text">
                {formatMoney(cents(invoice.totalCents), invoice.currency)}
              </b>
            </span>
          }
          actions={<InvoiceActions card={card} whyNot={whyNot} steps={steps} />}
        />
        <div className="mt-3">
          <Steps label="How far the invoice is" steps={invoiceSpine(card, { zone, today })} />
        </div>
        {invoice.voided && (
          <div className="mt-3">
            <ProblemBanner tone="info" title="Void" messages={[invoice.voided.memo]} />
          </div>
        )}
        <div className="mt-4">
          <h2 className="mb-1 font-semibold">
            Items <span className="font-normal text-muted tabular-nums">{card.items.length}</span>
          </h2>
          <InvoiceItems
            card={card}
            startsEditing={startsEditing}
            lockedBecause={mayCall(user, 'invoices.editItems') ? whyNot('editItems') : null}
          />
        </div>
        <InvoiceApplications card={card} today={today} />
        <InvoiceLinks card={card} />
        <InvoiceFacts card={card} today={today} zone={zone} lockedBecause={whyNot('edit')} />
      </div>
      {steps.dialog}
    </SplitPane>
  );
}
