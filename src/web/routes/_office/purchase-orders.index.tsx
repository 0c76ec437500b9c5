import { createFileRoute } from '@tanstack/react-router';
import { OrdersPage } from '../../features/purchasing/orders-page.tsx';
import type { OrdersSearch } from '../../features/purchasing/orders-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/purchase-orders/')({
  // Read by the page (`searchIn`), so that the board's first scripts do not carry fifteen filters.
  validateSearch: (search: Record<string, unknown>) => search as OrdersSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'purchaseOrders.list'),
  component: OrdersRoute,
});

function OrdersRoute() {
  return <OrdersPage address={Route.useSearch()} />;
}
