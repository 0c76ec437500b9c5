import { createFileRoute } from '@tanstack/react-router';
import { DeliveriesPage } from '../../features/purchasing/deliveries/deliveries-page.tsx';
import type { DeliveriesSearch } from '../../features/purchasing/deliveries/delivery-days.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/purchase-orders/deliveries')({
  validateSearch: (search: Record<string, unknown>) => search as DeliveriesSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'purchaseOrders.deliveries'),
  component: DeliveriesRoute,
});

function DeliveriesRoute() {
  return <DeliveriesPage address={Route.useSearch()} />;
}
