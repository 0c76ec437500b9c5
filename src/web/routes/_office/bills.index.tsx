import { createFileRoute } from '@tanstack/react-router';
import { BillsPage } from '../../features/bills/bills-page.tsx';
import type { BillsSearch } from '../../features/bills/bills-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/bills/')({
  // Read by the page (`searchIn`), so that the board's first scripts do not carry its filters.
  validateSearch: (search: Record<string, unknown>) => search as BillsSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'bills.list'),
  component: BillsRoute,
});

function BillsRoute() {
  return <BillsPage address={Route.useSearch()} />;
}
