import { createFileRoute } from '@tanstack/react-router';
import { OrdersPage } from '../../features/purchasing/orders-page.tsx';
import type { OrdersSearch } from '../../features/purchasing/orders-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { dayIn, idIn, idsIn, namesIn, textIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/purchase-orders/')({
  validateSearch: (search: Record<string, unknown>): OrdersSearch => ({
    q: textIn(search.q),
    status: namesIn(search.status),
    approval: textIn(search.approval),
    vendor: idIn(search.vendor),
    type: idsIn(search.type),
    bu: idsIn(search.bu),
    job: idIn(search.job),
    project: idIn(search.project),
    technician: idIn(search.technician),
    sku: idIn(search.sku),
    from: dayIn(search.from),
    to: dayIn(search.to),
    overdue: search.overdue === 'yes' ? 'yes' : undefined,
    sort: textIn(search.sort),
    hide: namesIn(search.hide),
  }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'purchaseOrders.list'),
  component: OrdersRoute,
});

function OrdersRoute() {
  return <OrdersPage search={Route.useSearch()} />;
}
