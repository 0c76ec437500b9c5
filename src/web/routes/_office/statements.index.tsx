import { createFileRoute } from '@tanstack/react-router';
import { StatementsPage } from '../../features/receivables/statements/statements-page.tsx';
import type { StatementsSearch } from '../../features/receivables/statements/statements-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/statements/')({
  // Read by the page (`searchIn`), so that the board's first scripts do not carry the filters.
  validateSearch: (search: Record<string, unknown>) => search as StatementsSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'statements.list'),
  component: StatementsRoute,
});

function StatementsRoute() {
  return <StatementsPage address={Route.useSearch()} />;
}
