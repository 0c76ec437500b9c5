import { createFileRoute } from '@tanstack/react-router';
import { PayablesPage } from '../../features/payables/payables-page.tsx';
import type { PayablesSearch } from '../../features/payables/payables-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/payables/')({
  // Read by the page (`searchIn`), so that the board's first scripts do not carry the filters.
  validateSearch: (search: Record<string, unknown>) => search as PayablesSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'payables.list'),
  component: PayablesRoute,
});

function PayablesRoute() {
  return <PayablesPage address={Route.useSearch()} />;
}
