import { createFileRoute } from '@tanstack/react-router';
import { PaymentsPage } from '../../features/payables/payments/payments-page.tsx';
import type { PaymentsSearch } from '../../features/payables/payments/payments-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/ap-payments/')({
  // Read by the page, as what is due is.
  validateSearch: (search: Record<string, unknown>) => search as PaymentsSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'apPayments.list'),
  component: PaymentsRoute,
});

function PaymentsRoute() {
  return <PaymentsPage address={Route.useSearch()} />;
}
