import { createFileRoute, redirect } from '@tanstack/react-router';

/** The first of the lists the person keeps or may see. */
export const Route = createFileRoute('/_office/settings/lists')({
  beforeLoad: async ({ context: { user } }) => {
    const { firstList } = await import('../../features/settings/lists/list-route.ts');
    throw redirect({ to: '/settings/$list', params: { list: firstList(user) }, replace: true });
  },
});
