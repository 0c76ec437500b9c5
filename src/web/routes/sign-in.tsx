import { createFileRoute, redirect } from '@tanstack/react-router';
import { isLocalUrl } from '#contract/local-url.ts';
import { sessionQueries } from '../data/session.ts';
import { SignInPage } from '../features/session/sign-in-page.tsx';

export const Route = createFileRoute('/sign-in')({
  // Left out, the unchecked one of the URL would come through from the root: it has to be named as undefined (R19).
  validateSearch: (search: Record<string, unknown>): { returnTo?: string | undefined } => ({
    returnTo: isLocalUrl(search.returnTo) ? search.returnTo : undefined,
  }),
  beforeLoad: async ({ context: { queryClient } }) => {
    const { needsFirstAdmin } = await queryClient.fetchQuery(sessionQueries.setupState());
    if (needsFirstAdmin) throw redirect({ to: '/setup' });
  },
  component: SignInRoute,
});

function SignInRoute() {
  return <SignInPage returnTo={Route.useSearch().returnTo ?? '/'} />;
}
