import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { EndpointName } from '#contract/endpoints.ts';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import { SETUP_KIND_NAMES, SETUP_TITLES } from '#domain/setup/kind-titles.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { mayCall } from '../../lib/session.ts';

const look =
  'block shrink-0 truncate rounded-md px-2.5 py-1 text-muted hover:bg-hover data-[status=active]:bg-accent-soft data-[status=active]:text-accent';

const rule = 'my-1.5 border-line max-md:mx-1 max-md:my-0 max-md:h-auto max-md:border-l';

/** Besides the lists; each for who may ask its endpoint. */
const PAGES = [
  { to: '/settings/check', word: 'Check set-up', needs: 'capacity.lint' },
  { to: '/settings/users', word: 'Users', needs: 'users.list' },
  { to: '/settings/roles', word: 'Roles', needs: 'users.list' },
  { to: '/settings/imports', word: 'Imports', needs: 'imports.list' },
  { to: '/settings/audit', word: 'Audit', needs: 'audit.list' },
] as const satisfies readonly { to: string; word: string; needs: EndpointName }[];

/** The set-up lists the person may see at the left, the one that is open beside them; on a phone in a line above it. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const user = useCurrentUser();
  const kinds = SETUP_KIND_NAMES.filter((kind) => mayCall(user, setupEndpoint(kind, 'list')));
  const pages = PAGES.filter(({ needs }) => mayCall(user, needs));
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current
      ?.querySelector('[data-status=active]')
      ?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <div className="flex h-full min-h-0 max-md:flex-col">
      <nav
        ref={nav}
        aria-label="Settings"
        className="w-48 shrink-0 overflow-y-auto border-r border-line p-2 max-lg:w-40 max-md:flex max-md:w-full max-md:overflow-x-auto max-md:border-r-0 max-md:border-b max-md:py-1 print:hidden"
      >
        {mayCall(user, 'setupRecords.list') && (
          <>
            <Link to="/settings" activeOptions={{ exact: true, includeSearch: false }} className={look}>
              First steps
            </Link>
            <hr className={rule} />
          </>
        )}
        {kinds.map((kind) => (
          <Link
            key={kind}
            to="/settings/$list"
            params={{ list: SETUP_TITLES[kind].slug }}
            activeOptions={{ includeSearch: false }}
            className={look}
          >
            {SETUP_TITLES[kind].title}
          </Link>
        ))}
        {pages.length > 0 && <hr className={rule} />}
        {pages.map(({ to, word }) => (
          <Link key={to} to={to} activeOptions={{ includeSearch: false }} className={look}>
            {word}
          </Link>
        ))}
      </nav>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
    </div>
  );
}
