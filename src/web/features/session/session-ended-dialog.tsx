import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { useSessionState } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast-store.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useSamePerson } from './use-same-person.ts';

/**
 * The session ended under somebody's work. The page stays as it is beneath, with everything typed into it; signing in
 * again goes on there. Another person gets a fresh page.
 */
export function SessionEndedDialog() {
  const ended = useSessionState() === 'ended';
  const user = useCurrentUser();
  const client = useQueryClient();
  const router = useRouter();
  useSamePerson(user);
  const [isLater, setLater] = useState(false);
  // Another tab may have signed in: the next end is another one.
  if (!ended && isLater) setLater(false);
  if (!ended || isLater) return null;
  const later = () => {
    setLater(true);
    toast({
      title: 'You are signed out',
      body: 'Nothing can be saved until you sign in again.',
      tone: 'error',
      action: { label: 'Sign in', act: () => setLater(false) },
    });
  };
  return (
    <Dialog
      open
      // Closing it lets one copy what was typed; the toast brings it back.
      onOpenChange={(open) => !open && later()}
      width="narrow"
      keepOnOutsidePress
      title="You are signed out"
      description="Sign in again to go on. What you typed is still here."
    >
      <div className="pb-4">
        <SignInForm
          email={user.email}
          onSignedIn={(next) => {
            if (next.id !== user.id || next.tenantId !== user.tenantId) location.assign('/');
            else void client.invalidateQueries().then(() => router.invalidate());
          }}
        />
        <div className="mt-3 text-center">
          <Button variant="ghost" onClick={() => location.assign('/sign-in')}>
            Sign in as somebody else
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
