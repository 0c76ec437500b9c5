import { createFileRoute, redirect } from '@tanstack/react-router';
import { isLocalUrl } from '#contract/local-url.ts';
import { sessionQueries } from '../data/session.ts';
import { SignInPage } from '../features/session/sign-in-page.tsx';

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>): { returnTo?: string } =>
    isLocalUrl(search.returnTo) ? { returnTo: search.returnTo } : {},
  beforeLoad: async ({ context: { queryClient } }) => {
    const { needsFirstAdmin } = await queryClient.fetchQuery(sessionQueries.setupState());
    if (needsFirstAdmin) throw redirect({ to: '/setup' });
  },
  component: SignInRoute,
});

function SignInRoute() {
  return <SignInPage returnTo={Route.useSearch().returnTo ?? '/'} />;
}
