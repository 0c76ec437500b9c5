import { createFileRoute } from '@tanstack/react-router';
import { customerPaymentQueries } from '../../data/payments.ts';
import { PaymentPage } from '../../features/payments/payment-page.tsx';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idParams } from '../../lib/id-params.ts';

export const Route = createFileRoute('/_office/payments/$id')({
  params: idParams,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'payments.get'),
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(customerPaymentQueries.detail(id))),
  component: PaymentRoute,
});

function PaymentRoute() {
  const { id } = Route.useParams();
  return <PaymentPage key={id} id={id} />;
}
