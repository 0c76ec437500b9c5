import { createFileRoute } from '@tanstack/react-router';
import { userQueries } from '../../data/users.ts';
import { AuditPage } from '../../features/settings/audit/audit-page.tsx';
import { readAuditSearch } from '../../features/settings/audit/audit-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/settings/audit')({
  validateSearch: readAuditSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'audit.list'),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(userQueries.list()),
  component: AuditRoute,
});

function AuditRoute() {
  return <AuditPage search={Route.useSearch()} />;
}
