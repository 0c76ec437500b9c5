import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Door } from './door.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** @param returnTo a local address, checked by the route */
export function SignInPage({ returnTo }: { returnTo: string }) {
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    document.title = 'Sign in · Truckroll';
  }, []);
  return (
    <Door title="Sign in" text={returnTo === '/' ? undefined : 'You will be back where you were.'}>
      <SignInForm
        onSignedIn={async () => {
          await router.invalidate();
          await navigate({ href: returnTo, replace: true });
        }}
      />
    </Door>
  );
}
