import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { cents } from '#domain/money.ts';
import { totalsOf } from '#domain/purchasing/amounts.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { cardOf, orderQueries } from '../../data/purchase-orders.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { formatMoney } from '../../lib/format.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { type PageKeys, usePageKeys } from '../../parts/page-keys.ts';
import { useFocusKept } from '../../ui/focus-page.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { shortcutLabel, useShortcut } from '../../ui/shortcut.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Steps } from '../../ui/steps.tsx';
import { OrderLines } from './lines/order-lines.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderApproval } from './order-approval.tsx';
import { OrderBills } from './order-bills.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderReturns } from './order-returns.tsx';
import { OrderSide } from './order-side.tsx';
import { orderSpine } from './order-spine.ts';
import { OrderTotals } from './order-totals.tsx';
import { ReceiptList } from './receiving/receipt-list.tsx';
import { ReceivePanel } from './receiving/receive-panel.tsx';
import { SendList } from './sending/send-list.tsx';
import { SendingNote } from './sending/sending-note.tsx';
import { useOrderCommands } from './use-order-commands.ts';
import { useOrderSteps } from './use-order-step.tsx';
import { whyLockedFor } from './why-locked.ts';

const KEYS: PageKeys = {
  title: 'Purchase order',
  rows: [
    ['Send it to the vendor', 'S'],
    ['Receive goods', 'R'],
    ['Send what is typed of a receipt', shortcutLabel('Mod+Enter')],
  ],
};

/** An order as a document: from whom, how far, what of, what came. The route read it. */
export function OrderPage({ id }: { id: number }) {
  const user = useCurrentUser();
  const { data: card } = useSuspenseQuery(orderQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const [isReceiving, setReceiving] = useState(false);
  const whyNot = useOrderCommands(card);
  const steps = useOrderSteps(card);
  usePageKeys(KEYS);
  const mayReceive = whyNot('receive') === undefined;
  useShortcut('R', () => setReceiving(true), { enabled: mayReceive && !isReceiving });
  const { order, names } = card;
  const unit = setup.businessUnits.find((one) => one.id === order.businessUnitId);
  const zone = unit?.timeZone ?? homeZone(setup, user.businessUnitIds);
  const { today } = card.asking;
  const whyLocked = whyLockedFor(
    card,
    mayCall(user, 'purchaseOrders.update') ? undefined : refusalText('session.forbidden'),
  );
  const { totalCents } = totalsOf(cardOf(card));
  const stopped = order.canceled?.memo ?? order.closedShort?.memo;
  // Somebody else received the rest, or canceled it: there is nothing to type into any more.
  const showsReceiving = isReceiving && (mayReceive || steps.sending === 'receive');
  useFocusKept(`${order.status} ${order.approval?.status} ${showsReceiving}`);
  const totals = <OrderTotals card={card} zone={zone} whyLocked={whyLocked} />;
  return (
    <SplitPane stacks label="Side panel" side={<OrderSide id={id} zone={zone} />}>
      <PageBar title={`Order ${order.number}`} />
      <div className="px-5 py-3.5 max-sm:px-3">
        <PageHeader
          title={`Purchase order ${order.number}`}
          detail={
            <span className="min-w-0 wrap-anywhere">
              <Link to="/vendors/$id" params={{ id: order.vendorId }}>
                <bdi>{names.vendor}</bdi>
              </Link>{' '}
              · <b className="font-semibold text-text">{formatMoney(cents(totalCents), order.currency)}</b>
            </span>
          }
          actions={
            <OrderActions
              card={card}
              whyNot={whyNot}
              steps={steps}
              isReceiving={showsReceiving}
              onReceive={() => setReceiving(true)}
            />
          }
        />
        <div className="mt-3">
          <Steps label="How far the order is" steps={orderSpine(card, { zone, today })} />
        </div>
        {stopped && (
          <div className="mt-3">
            <ProblemBanner
              tone="info"
              title={order.canceled ? 'Canceled' : 'Closed short'}
              messages={[stopped]}
            />
          </div>
        )}
        <SendingNote card={card} zone={zone} whyNot={whyNot} steps={steps} />
        <OrderApproval card={card} zone={zone} whyNot={whyNot} steps={steps} />
        {showsReceiving && (
          <>
            <ReceivePanel card={card} steps={steps} onClose={() => setReceiving(false)} />
            <div className="mt-2">{totals}</div>
          </>
        )}
        {/* Kept while goods are received: lines somebody is working on are not lost. */}
        <div className="mt-4" hidden={showsReceiving}>
          <h2 className="mb-1 font-semibold">
            Lines{' '}
            <span className="font-normal text-muted tabular-nums">
              {card.lines.filter(({ active }) => active).length}
            </span>
          </h2>
          <OrderLines card={card} totals={showsReceiving ? null : totals} />
        </div>
        <ReceiptList card={card} zone={zone} today={today} whyNot={whyNot} steps={steps} />
        <OrderBills card={card} />
        <OrderReturns card={card} />
        <SendList card={card} zone={zone} whyNot={whyNot} steps={steps} />
        <OrderFacts card={card} zone={zone} today={today} whyLocked={whyLocked} />
      </div>
      {steps.dialog}
    </SplitPane>
  );
}
