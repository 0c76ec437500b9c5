import { createFileRoute } from '@tanstack/react-router';
import { InvoicesPage } from '../../features/invoices/invoices-page.tsx';
import type { InvoicesSearch } from '../../features/invoices/invoices-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/invoices/')({
  // Read by the page (`searchIn`), so that the board's first scripts do not carry its filters.
  validateSearch: (search: Record<string, unknown>) => search as InvoicesSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'invoices.list'),
  component: InvoicesRoute,
});

function InvoicesRoute() {
  return <InvoicesPage address={Route.useSearch()} />;
}
