import { createFileRoute } from '@tanstack/react-router';
import { customerQueries } from '../../data/customers.ts';
import { CustomersPage } from '../../features/customers/customers-page.tsx';
import { textIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/customers/')({
  validateSearch: (search: Record<string, unknown>): { q?: string | undefined } => ({ q: textIn(search.q) }),
  loaderDeps: ({ search: { q } }) => ({ q }),
  loader: ({ context: { queryClient }, deps: { q } }) =>
    queryClient.prefetchInfiniteQuery(customerQueries.list(q)),
  component: CustomersRoute,
});

function CustomersRoute() {
  return <CustomersPage query={Route.useSearch().q ?? ''} />;
}
