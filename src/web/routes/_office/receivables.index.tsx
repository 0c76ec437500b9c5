import { createFileRoute } from '@tanstack/react-router';
import { ReceivablesPage } from '../../features/receivables/receivables-page.tsx';
import type { ReceivablesSearch } from '../../features/receivables/receivables-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/receivables/')({
  // Read by the page (`searchIn`), so that the board's first scripts do not carry the filters.
  validateSearch: (search: Record<string, unknown>) => search as ReceivablesSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'receivables.ageing'),
  component: ReceivablesRoute,
});

function ReceivablesRoute() {
  return <ReceivablesPage address={Route.useSearch()} />;
}
