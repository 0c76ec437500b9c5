import { useQueryClient } from '@tanstack/react-query';
import { useCurrentUser } from '../../data/current-user.ts';
import { useSessionState } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';

/**
 * The session ended under somebody's work. The page stays as it is beneath, with everything typed into it; signing in
 * again goes on there. Another person gets a fresh page.
 */
export function SessionEndedDialog() {
  const ended = useSessionState() === 'ended';
  const user = useCurrentUser();
  const client = useQueryClient();
  if (!ended) return null;
  return (
    <Dialog
      open
      // There is nothing behind it that would work: it stays until somebody signs in or leaves.
      onOpenChange={() => {}}
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
            else void client.invalidateQueries();
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
