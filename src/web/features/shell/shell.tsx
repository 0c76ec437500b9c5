import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { keepLive } from '../../data/live/live.ts';
import { useSessionState } from '../../lib/session.ts';
import { readSentences } from '../../lib/told-text.ts';
import { useReadAtRest, whenOpened } from '../../lib/when-opened.tsx';
import { PageBarProvider, usePageBarSlots } from '../../parts/page-bar.tsx';
import { AppShell } from '../../ui/app-shell.tsx';
import { SearchButton } from '../../ui/search-button.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import { LiveStatus } from './live-status.tsx';
import { isAt, linkTo, placesFor } from './navigation.tsx';
import type { PaletteProps } from './palette.tsx';
import type { ShortcutsDialogProps } from './shortcuts-dialog.tsx';
import { UndoRedo } from './undo-redo.tsx';
import { useArrivalFocus } from './use-arrival-focus.ts';
import { useEarlyTyping } from './use-early-typing.ts';
import { useGoKeys } from './use-go-keys.ts';

const Palette = whenOpened<PaletteProps>(async () => (await import('./palette.tsx')).Palette);
const ShortcutsDialog = whenOpened<ShortcutsDialogProps>(
  async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog,
);

export type ShellProps = {
  children: ReactNode;
  /** The person at the right end of the bar; handed in because it belongs to another feature. */
  person: (showKeys: () => void) => ReactNode;
};

/** Nav, bar and everything that is the same on every page. */
export function Shell({ children, person }: ShellProps) {
  const user = useCurrentUser();
  const client = useQueryClient();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const [searching, setSearching] = useState(false);
  const [query, setQuery] = useState('');
  const search = useCallback((open: boolean) => {
    setSearching(open);
    if (!open) setQuery('');
  }, []);
  const closeSearch = useCallback(() => search(false), [search]);
  useEarlyTyping(searching, setQuery, closeSearch);
  const [showingKeys, setShowingKeys] = useState(false);
  const { slots, setTitle, setControls } = usePageBarSlots();
  const places = placesFor(user);

  const who = `${user.tenantId}-${user.id}`;
  // A stream ends with its session; after signing in again it starts anew.
  const isOpen = useSessionState() !== 'ended';
  // The position before this person's first read in this tab; later ones would leave out what changed in between.
  const [first, setFirst] = useState({ who, liveFrom: user.liveFrom });
  if (first.who !== who) setFirst({ who, liveFrom: user.liveFrom });
  const { liveFrom } = first;
  useEffect(() => (isOpen ? keepLive(client, who, liveFrom) : undefined), [client, who, isOpen, liveFrom]);
  useShortcut('Mod+K', () => setSearching(true));
  useShortcut('?', () => setShowingKeys(true));
  useGoKeys(places);
  useArrivalFocus();
  useReadAtRest(readSentences);

  return (
    <PageBarProvider value={slots}>
      <AppShell
        nav={places.map((place) => ({
          id: place.id,
          word: place.word,
          icon: place.icon,
          current: isAt(place, pathname),
          link: linkTo(place),
        }))}
        title={<div ref={setTitle} className="min-w-0" />}
        controls={
          <div
            ref={setControls}
            className="flex min-w-fit items-center gap-2 max-sm:min-w-0 max-sm:flex-wrap"
          />
        }
        search={<SearchButton onOpen={() => setSearching(true)} />}
        end={
          <>
            <LiveStatus />
            <UndoRedo />
            {person(() => setShowingKeys(true))}
          </>
        }
      >
        {children}
      </AppShell>
      <Palette
        open={searching}
        onOpenChange={search}
        query={query}
        onQueryChange={setQuery}
        places={places}
      />
      <ShortcutsDialog open={showingKeys} onOpenChange={setShowingKeys} places={places} />
    </PageBarProvider>
  );
}
