import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { startLive } from '../../data/live/start-live.ts';
import { useSessionState } from '../../lib/session.ts';
import { whenOpened } from '../../lib/when-opened.tsx';
import { PageBarProvider, usePageBarSlots } from '../../parts/page-bar.tsx';
import { AppShell } from '../../ui/app-shell.tsx';
import { SearchButton } from '../../ui/search-button.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import { LiveStatus } from './live-status.tsx';
import { isAt, linkTo, placesFor } from './navigation.tsx';
import type { PaletteProps } from './palette.tsx';
import type { ShortcutsDialogProps } from './shortcuts-dialog.tsx';
import { UndoButton } from './undo-button.tsx';
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
  const [showingKeys, setShowingKeys] = useState(false);
  const { slots, setTitle, setControls } = usePageBarSlots();
  const places = placesFor(user);

  const who = `${user.tenantId}-${user.id}`;
  // A stream ends with its session; after signing in again it starts anew.
  const isOpen = useSessionState() !== 'ended';
  useEffect(() => (isOpen ? startLive(client, who) : undefined), [client, who, isOpen]);
  useShortcut('Mod+K', () => setSearching(true));
  useShortcut('?', () => setShowingKeys(true));
  useGoKeys(places);

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
        controls={<div ref={setControls} className="flex min-w-0 items-center gap-2" />}
        search={<SearchButton onOpen={() => setSearching(true)} />}
        end={
          <>
            <LiveStatus />
            <UndoButton />
            {person(() => setShowingKeys(true))}
          </>
        }
      >
        {children}
      </AppShell>
      <Palette open={searching} onOpenChange={setSearching} places={places} />
      <ShortcutsDialog open={showingKeys} onOpenChange={setShowingKeys} places={places} />
    </PageBarProvider>
  );
}
