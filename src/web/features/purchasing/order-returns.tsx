import { Link } from '@tanstack/react-router';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { cents } from '#domain/money.ts';
import { formatDay, formatMoney } from '../../lib/format.ts';
import { ReturnStatusBadge } from '../../parts/return-status.tsx';
import { rowClass, Section } from '../../parts/section.tsx';

/** What of it goes or went back to the vendor; nothing where nothing did. */
export function OrderReturns({ card }: { card: OrderCardView }) {
  const { returns, order, asking } = card;
  if (returns.length === 0) return null;
  const money = (amount: number) => formatMoney(cents(amount), order.currency);
  return (
    <Section title="Returns" count={returns.length}>
      <ul className="m-0 list-none p-0">
        {returns.map((back) => (
          <li key={back.id} className={rowClass}>
            <Link to="/vendor-returns/$id" params={{ id: back.id }} className="font-medium tabular-nums">
              Return {back.number}
            </Link>
            <ReturnStatusBadge status={back.status} />
            <span className="text-muted tabular-nums">{formatDay(back.date, { today: asking.today })}</span>
            <span className="ml-auto text-right tabular-nums">
              {back.creditedCents === null
                ? `${money(back.expectedCents)} expected`
                : `${money(back.creditedCents)} credited`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
