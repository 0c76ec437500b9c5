import { createFileRoute } from '@tanstack/react-router';
import { SpendPage } from '../../features/purchasing/spend/spend-page.tsx';
import type { SpendSearch } from '../../features/purchasing/spend/spend-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/purchase-orders/spend')({
  // Read by the page, as the list's is.
  validateSearch: (search: Record<string, unknown>) => search as SpendSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'purchaseOrders.spend'),
  component: SpendRoute,
});

function SpendRoute() {
  return <SpendPage address={Route.useSearch()} />;
}
