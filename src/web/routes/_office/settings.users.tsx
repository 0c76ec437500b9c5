import { createFileRoute } from '@tanstack/react-router';
import { userQueries } from '../../data/users.ts';
import { UsersPage, type UsersSearch } from '../../features/settings/users-page.tsx';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idIn, textIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/settings/users')({
  validateSearch: (search: Record<string, unknown>): UsersSearch => ({
    q: textIn(search.q),
    open: search.open === 'new' ? 'new' : idIn(search.open),
  }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'users.list'),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(userQueries.list()),
  component: UsersRoute,
});

function UsersRoute() {
  return <UsersPage search={Route.useSearch()} />;
}
