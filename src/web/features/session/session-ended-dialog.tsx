import { lazy, Suspense, useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { useSessionState } from '../../lib/session.ts';
import { useReadAtRest } from '../../lib/when-opened.tsx';
import { toast } from '../../ui/toast-store.ts';
import { useSamePerson } from './use-same-person.ts';

const load = async () => (await import('./sign-in-again.tsx')).SignInAgain;
const SignInAgain = lazy(async () => ({ default: await load() }));

/**
 * The session ended under somebody's work. The page stays as it is beneath, with everything typed into it; signing in
 * again goes on there. Another person gets a fresh page.
 */
export function SessionEndedDialog() {
  const ended = useSessionState() === 'ended';
  const user = useCurrentUser();
  useSamePerson(user);
  // Read while the page is at rest, so that it is there when the connection is not.
  useReadAtRest(load);
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
    <Suspense>
      <SignInAgain onLater={later} />
    </Suspense>
  );
}
