import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';

const VIEWS = [
  { at: 'orders', to: '/purchase-orders', label: 'Orders' },
  { at: 'deliveries', to: '/purchase-orders/deliveries', label: 'Deliveries' },
  { at: 'spend', to: '/purchase-orders/spend', label: 'Spend' },
] as const;

/** Three ways to look at what was ordered: order by order, by the day it comes, by what it cost. */
export const BuyingViews = ({ at }: { at: (typeof VIEWS)[number]['at'] }) => (
  <nav aria-label="Views of purchase orders" data-print="hide" className="inline-flex shrink-0 gap-1">
    {VIEWS.map((view) => (
      <Link
        key={view.at}
        to={view.to}
        aria-current={view.at === at ? 'page' : undefined}
        className={clsx(
          'inline-flex h-6 items-center rounded-md border px-2.5 no-underline',
          view.at === at
            ? 'border-accent bg-accent-soft text-accent'
            : 'border-line bg-surface text-muted hover:bg-hover',
        )}
      >
        {view.label}
      </Link>
    ))}
  </nav>
);
