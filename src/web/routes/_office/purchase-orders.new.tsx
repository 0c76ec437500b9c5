import { createFileRoute } from '@tanstack/react-router';
import { NewOrderPage } from '../../features/purchasing/new/new-order-page.tsx';
import type { NewOrderSearch } from '../../features/purchasing/new/new-order-values.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/purchase-orders/new')({
  validateSearch: (search: Record<string, unknown>): NewOrderSearch => ({
    vendor: idIn(search.vendor),
    job: idIn(search.job),
    project: idIn(search.project),
    from: idIn(search.from),
    template: idIn(search.template),
  }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'purchaseOrders.create'),
  component: NewOrderRoute,
});

function NewOrderRoute() {
  return <NewOrderPage search={Route.useSearch()} />;
}
