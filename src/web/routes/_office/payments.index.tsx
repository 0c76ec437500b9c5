import { createFileRoute } from '@tanstack/react-router';
import { PaymentsPage } from '../../features/payments/payments-page.tsx';
import type { PaymentsSearch } from '../../features/payments/payments-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/payments/')({
  // Read by the page (`searchIn`), so that the board's first scripts do not carry the filters.
  validateSearch: (search: Record<string, unknown>) => search as PaymentsSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'payments.list'),
  component: PaymentsRoute,
});

function PaymentsRoute() {
  return <PaymentsPage address={Route.useSearch()} />;
}
