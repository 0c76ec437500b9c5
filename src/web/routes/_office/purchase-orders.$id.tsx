import { createFileRoute, notFound } from '@tanstack/react-router';
import { orderQueries } from '../../data/purchase-orders.ts';
import { OrderPage } from '../../features/purchasing/order-page.tsx';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/purchase-orders/$id')({
  params: {
    parse: ({ id }) => {
      const parsed = idIn(id);
      if (parsed === undefined) throw notFound();
      return { id: parsed };
    },
    stringify: ({ id }) => ({ id: String(id) }),
  },
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
