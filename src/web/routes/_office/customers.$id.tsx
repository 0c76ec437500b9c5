import { createFileRoute, redirect } from '@tanstack/react-router';
import { customerQueries } from '../../data/customers.ts';
import { CustomerPage } from '../../features/customers/customer-page.tsx';
import { readOrNotFound } from '../../features/shell/read-or-not-found.ts';
import { idParams } from '../../lib/id-params.ts';

export const Route = createFileRoute('/_office/customers/$id')({
  params: idParams,
  loader: async ({ context: { queryClient }, params: { id } }) => {
    const customer = await readOrNotFound(queryClient.ensureQueryData(customerQueries.detail(id)));
    // Merged since the link was made: it leads to whom this one turned out to be.
    if (customer.mergedInto) {
      throw redirect({ to: '/customers/$id', params: { id: customer.mergedInto }, replace: true });
    }
    return customer;
  },
  component: CustomerRoute,
});

function CustomerRoute() {
  return <CustomerPage id={Route.useParams().id} />;
}
