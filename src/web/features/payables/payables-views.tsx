import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';

const VIEWS = [
  { at: 'due', to: '/payables', label: 'Due' },
  { at: 'payments', to: '/ap-payments', label: 'Payments' },
] as const;

/** What is owed, and what was paid. */
export const PayablesViews = ({ at }: { at: (typeof VIEWS)[number]['at'] }) => (
  <nav aria-label="Views of payables" data-print="hide" className="inline-flex shrink-0 gap-1">
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
