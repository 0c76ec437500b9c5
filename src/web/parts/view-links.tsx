import { Link, type LinkProps } from '@tanstack/react-router';
import { clsx } from 'clsx';

type Address = NonNullable<LinkProps['to']>;
export type ViewLink = { readonly to: Address; readonly label: string };

export type ViewLinksProps = {
  /** "Views of purchase orders". */
  label: string;
  views: readonly ViewLink[];
  /** The address of the view on screen. */
  at: Address;
};

/** Several ways to look at the same records, each a page of its own: at the head of their toolbars. */
export const ViewLinks = ({ label, views, at }: ViewLinksProps) => (
  <nav aria-label={label} data-print="hide" className="inline-flex shrink-0 gap-1">
    {views.map((view) => (
      <Link
        key={view.label}
        to={view.to}
        aria-current={view.to === at ? 'page' : undefined}
        className={clsx(
          'inline-flex h-6 items-center rounded-md border px-2.5 no-underline',
          view.to === at
            ? 'border-accent bg-accent-soft text-accent'
            : 'border-line bg-surface text-muted hover:bg-hover',
        )}
      >
        {view.label}
      </Link>
    ))}
  </nav>
);
