import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCurrentUser } from '../../data/current-user.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Over the page as it is: the form, and the way out. @param onLater when it is closed without signing in */
export function SignInAgain({ onLater }: { onLater: () => void }) {
  const user = useCurrentUser();
  const client = useQueryClient();
  const router = useRouter();
  return (
    <Dialog
      open
      // Closing it lets one copy what was typed; the toast brings it back.
      onOpenChange={(open) => !open && onLater()}
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
