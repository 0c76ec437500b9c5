import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { sessionMutations } from '../../data/session.ts';
import { initialsOf } from '../../lib/initials.ts';
import { toldError } from '../../lib/told-text.ts';
import { ROLE_WORDS } from '../../lib/trade-words.ts';
import { whenOpened } from '../../lib/when-opened.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { chooseTheme, type ThemeChoice, useThemeChoice } from '../../ui/theme.ts';
import { toast } from '../../ui/toast-store.ts';
import type { ChangePasswordDialogProps } from './change-password-dialog.tsx';
import type { SessionsDialogProps } from './sessions-dialog.tsx';

const SessionsDialog = whenOpened<SessionsDialogProps>(
  async () => (await import('./sessions-dialog.tsx')).SessionsDialog,
);
const ChangePasswordDialog = whenOpened<ChangePasswordDialogProps>(
  async () => (await import('./change-password-dialog.tsx')).ChangePasswordDialog,
);

const THEMES: Readonly<Record<ThemeChoice, string>> = {
  system: 'Theme as the system',
  light: 'Light theme',
  dark: 'Dark theme',
};

/** Who is signed in, and what concerns them: theme, keys, sessions, password, leaving. */
export function PersonMenu({ onShowKeys }: { onShowKeys: () => void }) {
  const user = useCurrentUser();
  const theme = useThemeChoice();
  const leave = useSignOut();
  const [shown, setShown] = useState<'sessions' | 'password' | null>(null);
  const themes = (Object.keys(THEMES) as ThemeChoice[])
    .filter((choice) => choice !== theme)
    .map((choice) => ({ label: THEMES[choice], onSelect: () => chooseTheme(choice) }));
  return (
    <>
      <Menu
        trigger={
          <Button
            variant="ghost"
            className="px-1!"
            aria-label={`${initialsOf(user.name)} ${user.name}, account`}
          >
            <Avatar name={user.name} initials={initialsOf(user.name)} />
          </Button>
        }
        entries={[
          `${user.name} · ${user.companyName}`,
          user.roles.map((role) => ROLE_WORDS[role]).join(', '),
          null,
          ...themes,
          null,
          { label: 'Keyboard shortcuts', shortcut: '?', onSelect: onShowKeys },
          { label: 'My sessions', onSelect: () => setShown('sessions') },
          { label: 'Change password', onSelect: () => setShown('password') },
          null,
          { label: 'Sign out', onSelect: leave },
        ]}
      />
      <SessionsDialog open={shown === 'sessions'} onOpenChange={(open) => !open && setShown(null)} />
      <ChangePasswordDialog open={shown === 'password'} onOpenChange={(open) => !open && setShown(null)} />
    </>
  );
}

function useSignOut(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate } = useMutation(sessionMutations.signOut());
  return () =>
    mutate(
      {},
      {
        onSuccess: async () => {
          await navigate({ to: '/sign-in' });
          client.clear();
        },
        onError: (error) => toast({ title: 'Not signed out', body: toldError(error), tone: 'error' }),
      },
    );
}
