import { clsx } from 'clsx';
import { cloneElement, type ReactElement, type ReactNode } from 'react';

type NavItem = {
  id: string;
  word: string;
  icon: ReactNode;
  current: boolean;
  /** the router's link without children: <Link to="/board" /> */
  link: ReactElement<{ className?: string; 'aria-current'?: 'page'; children?: ReactNode }>;
};

export type AppShellProps = {
  nav: readonly NavItem[];
  /** left of the bar: text becomes the page's h1; a document passes its breadcrumb and keeps the h1 in the page */
  title: ReactNode;
  controls?: ReactNode;
  /** middle: the search button */
  search?: ReactNode;
  /** right: connection, people, undo, the person's menu */
  end?: ReactNode;
  children: ReactNode;
};

/** Nav 56 px, bar 40 px, page. Knows neither routes nor roles: it shows the items it is given. */
export function AppShell({ nav, title, controls, search, end, children }: AppShellProps) {
  return (
    <div
      data-shell="app"
      className="grid h-dvh grid-cols-[var(--nav-width)_minmax(0,1fr)] grid-rows-[var(--bar-height)_minmax(0,1fr)] max-sm:grid-rows-[auto_minmax(0,1fr)]"
    >
      <a
        href="#page"
        className="sr-only z-50 rounded-md bg-accent px-3 py-1.5 text-on-accent focus:not-sr-only focus:absolute focus:top-1.5 focus:left-16"
      >
        Skip to the page
      </a>
      <nav
        aria-label="Main"
        data-shell="nav"
        className="row-span-2 flex flex-col items-center gap-1 overflow-y-auto border-r border-line bg-surface py-1.5 [scrollbar-width:none]"
      >
        {nav.map((item) => (
          <NavLink key={item.id} item={item} />
        ))}
      </nav>
      <header
        data-shell="bar"
        className="flex min-w-0 items-center gap-2.5 border-b border-line bg-surface px-3 max-md:gap-1.5 max-md:px-2 max-sm:flex-wrap max-sm:py-1"
      >
        {/* Each side is as wide as what is in it and shares what is left: the search gives way before anything is cut. */}
        <div className="flex min-w-0 flex-auto items-center gap-2.5 max-md:gap-1.5 max-sm:basis-full max-sm:flex-wrap">
          {typeof title === 'string' ? (
            <h1 className="truncate text-[15px] font-semibold">{title}</h1>
          ) : (
            <div className="flex min-w-0 items-center gap-1.5 truncate text-sm">{title}</div>
          )}
          {controls}
        </div>
        {search}
        <div className="flex flex-auto shrink-0 items-center justify-end gap-2">{end}</div>
      </header>
      <main id="page" data-shell="page" tabIndex={-1} className="min-h-0 overflow-auto outline-none">
        {children}
      </main>
    </div>
  );
}

function NavLink({ item }: { item: NavItem }) {
  return cloneElement(item.link, {
    ...(item.current && { 'aria-current': 'page' as const }),
    className: clsx(
      'flex h-11 w-[54px] shrink-0 flex-col items-center justify-center gap-0.5 rounded-lg text-[9.5px] leading-[1.15] wrap-normal no-underline hover:no-underline focus-inset [&_svg]:size-[18px] [&_svg]:stroke-[1.7]',
      item.current ? 'bg-accent-soft font-semibold text-accent' : 'text-muted hover:bg-hover hover:text-text',
    ),
    children: (
      <>
        {item.icon}
        {item.word}
      </>
    ),
  });
}
