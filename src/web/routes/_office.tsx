import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { sessionQueries } from '../data/session.ts';
import { setupQueries } from '../data/setup.ts';
import { PersonMenu } from '../features/session/person-menu.tsx';
import { SessionEndedDialog } from '../features/session/session-ended-dialog.tsx';
import { Shell } from '../features/shell/shell.tsx';
import { problemOf } from '../lib/api.ts';
import { allRoutes } from '../lib/session.ts';

/** Everything behind the sign-in: the person, the set-up lists and the shell around each page. */
export const Route = createFileRoute('/_office')({
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const table = location.pathname === '/board' ? null : allRoutes();
    // Told where it is waited for.
    table?.catch(() => undefined);
    try {
      const user = await queryClient.ensureQueryData(sessionQueries.user());
      await table;
      return { user };
    } catch (error) {
      if (problemOf(error)?.code !== 'session.missing') throw error;
      const returnTo = location.href === '/' ? {} : { returnTo: location.href };
      throw redirect({ to: '/sign-in', search: returnTo });
    }
  },
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(setupQueries.get()),
  component: OfficeLayout,
});

function OfficeLayout() {
  return (
    <>
      <Shell person={(showKeys) => <PersonMenu onShowKeys={showKeys} />}>
        <Outlet />
      </Shell>
      <SessionEndedDialog />
    </>
  );
}
