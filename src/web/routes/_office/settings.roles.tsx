import { createFileRoute } from '@tanstack/react-router';
import { endpointWordsQuery } from '../../data/endpoint-words.ts';
import { RolesPage } from '../../features/settings/roles-page.tsx';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/settings/roles')({
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'users.list'),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(endpointWordsQuery()),
  component: RolesPage,
});
