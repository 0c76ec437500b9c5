import { createFileRoute } from '@tanstack/react-router';
import { TakePaymentPage } from '../../features/payments/take/take-payment-page.tsx';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idIn } from '../../lib/search-params.ts';

type Search = {
  customerId?: number | undefined;
  invoiceId?: number | undefined;
  jobId?: number | undefined;
};

export const Route = createFileRoute('/_office/payments/new')({
  validateSearch: (search: Record<string, unknown>): Search => ({
    customerId: idIn(search.customerId),
    invoiceId: idIn(search.invoiceId),
    jobId: idIn(search.jobId),
  }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'payments.create'),
  component: TakePaymentRoute,
});

function TakePaymentRoute() {
  return <TakePaymentPage {...Route.useSearch()} />;
}
