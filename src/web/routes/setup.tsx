import { createFileRoute, redirect } from '@tanstack/react-router';
import { sessionQueries } from '../data/session.ts';
import { SetupPage } from '../features/session/setup-page.tsx';

export const Route = createFileRoute('/setup')({
  beforeLoad: async ({ context: { queryClient } }) => {
    const { needsFirstAdmin } = await queryClient.fetchQuery(sessionQueries.setupState());
    if (!needsFirstAdmin) throw redirect({ to: '/' });
  },
  component: SetupPage,
});
