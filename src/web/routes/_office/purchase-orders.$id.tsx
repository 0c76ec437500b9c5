import { createFileRoute } from '@tanstack/react-router';
import { orderQueries } from '../../data/purchase-orders.ts';
import { OrderPage } from '../../features/purchasing/order-page.tsx';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idParams } from '../../lib/id-params.ts';

export const Route = createFileRoute('/_office/purchase-orders/$id')({
  params: idParams,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'purchaseOrders.get'),
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(orderQueries.detail(id))),
  component: OrderRoute,
});

function OrderRoute() {
  const { id } = Route.useParams();
  // Another order is another page: what was open on the one before is closed.
  return <OrderPage key={id} id={id} />;
}
