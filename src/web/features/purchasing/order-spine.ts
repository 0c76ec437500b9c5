/** How far an order is: every step with who came there and when (domain-rules §5). */
import type { OrderCardView } from '#contract/purchase-order.ts';
import { quantity } from '#domain/money.ts';
import { activeLines, openOf, receivedByLine } from '#domain/purchasing/amounts.ts';
import type { OrderStatus } from '#domain/purchasing/purchase-order.ts';
import { type Day, dayOf, type Instant } from '#domain/time.ts';
import { cardOf } from '../../data/purchase-orders.ts';
import { formatDay, formatTime } from '../../lib/format.ts';
import { CANCEL_WORDS, ORDER_STATUS_WORDS } from '../../lib/order-words.ts';
import type { Step } from '../../ui/steps.tsx';

type Done = { readonly byName: string; readonly at: Instant };
type Reader = { readonly zone: string; readonly today: Day };

/** @param reader the zone times are read in, and its day */
export function orderSpine(view: OrderCardView, { zone, today }: Reader): Step[] {
  const { order } = view;
  const said = (stamp: { byName: string; at: string } | null, ...more: (string | undefined)[]): string => {
    const done = stamp as Done | null;
    const who =
      done && `${done.byName}, ${formatDay(dayOf(done.at, zone), { today })} ${formatTime(done.at, zone)}`;
    return [who, ...more].filter(Boolean).join(' · ') || '–';
  };
  const step = (status: OrderStatus, detail: string): Step => ({
    label: ORDER_STATUS_WORDS[status],
    detail,
    state: stateOf(status, order.status),
  });
  const pending = step('Pending', said(order.created));
  if (order.canceled) {
    const { canceled, sent, closedShort } = order;
    const why = closedShort ? 'nothing came' : CANCEL_WORDS[canceled.reason];
    return [
      { ...pending, state: 'done' },
      ...(sent ? [{ ...step('Sent', said(sent)), state: 'done' as const }] : []),
      { label: ORDER_STATUS_WORDS.Canceled, detail: said(canceled, why), state: 'done' },
    ];
  }
  const standing = view.receipts.filter(({ canceled }) => canceled === null);
  const [first = null] = standing;
  const isAllAtOnce = order.received !== null && standing.length < 2;
  return [
    pending,
    step('Sent', order.sending ? 'Sending…' : said(order.sent)),
    // All came at once: it never was at that step.
    ...(isAllAtOnce
      ? []
      : [
          step(
            'PartiallyReceived',
            said(first?.made ?? null, order.status === 'PartiallyReceived' ? linesHere(view) : undefined),
          ),
        ]),
    step('Received', said(order.received, order.closedShort ? 'closed short' : undefined)),
    ...billedSteps(view),
    step('Exported', said(order.exported)),
  ];
}

/** By the bills that stand: whether the vendor's papers are here, and whether nothing is left to say to them. */
function billedSteps({ bills }: OrderCardView): Step[] {
  const standing = bills.filter(({ isStanding }) => isStanding);
  const here = standing.filter(({ hasPaper }) => hasPaper).length;
  const settled = standing.filter(({ status }) => status === 'Reconciled').length;
  const step = (label: string, count: number): Step => ({
    label,
    detail:
      standing.length === 0
        ? '–'
        : `${count} of ${standing.length} ${standing.length === 1 ? 'bill' : 'bills'}`,
    state: count === 0 ? 'todo' : count < standing.length ? 'part' : 'done',
  });
  return [step('Billed', here), step('Matched', settled)];
}

const ORDER: readonly OrderStatus[] = ['Pending', 'Sent', 'PartiallyReceived', 'Received', 'Exported'];

/** All here, or in the books: nothing of that step is left to do. */
function stateOf(step: OrderStatus, now: OrderStatus): Step['state'] {
  const [at, here] = [ORDER.indexOf(step), ORDER.indexOf(now)];
  if (at > here) return 'todo';
  return at === here && at < ORDER.indexOf('Received') ? 'part' : 'done';
}

/** "3 of 5 lines", of those that are wholly here. */
function linesHere(view: OrderCardView): string {
  const card = cardOf(view);
  const received = receivedByLine(card.receipts);
  const lines = activeLines(card);
  const here = lines.filter((line) => openOf(line, received.get(line.id) ?? quantity(0)) === 0);
  return `${here.length} of ${lines.length} lines`;
}
