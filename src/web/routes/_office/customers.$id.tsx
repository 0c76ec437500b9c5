import { createFileRoute, notFound, redirect } from '@tanstack/react-router';
import { customerQueries } from '../../data/customers.ts';
import { CustomerPage } from '../../features/customers/customer-page.tsx';
import { readOrNotFound } from '../../features/shell/read-or-not-found.ts';
import { idIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/customers/$id')({
  params: {
    parse: ({ id }) => {
      const parsed = idIn(id);
      if (parsed === undefined) throw notFound();
      return { id: parsed };
    },
    stringify: ({ id }) => ({ id: String(id) }),
  },
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
