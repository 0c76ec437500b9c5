import { createFileRoute } from '@tanstack/react-router';
import { paymentQueries } from '../../data/payables.ts';
import { PaymentPage } from '../../features/payables/payments/payment-page.tsx';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idParams } from '../../lib/id-params.ts';

export const Route = createFileRoute('/_office/ap-payments/$id')({
  params: idParams,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'apPayments.get'),
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(paymentQueries.detail(id))),
  component: PaymentRoute,
});

function PaymentRoute() {
  const { id } = Route.useParams();
  return <PaymentPage key={id} id={id} />;
}
