import { createFileRoute } from '@tanstack/react-router';
import { userQueries } from '../../data/users.ts';
import { UsersPage } from '../../features/settings/users-page.tsx';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/settings/users')({
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'users.list'),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(userQueries.list()),
  component: UsersPage,
});
