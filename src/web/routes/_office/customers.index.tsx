import { createFileRoute } from '@tanstack/react-router';
import { customerQueries } from '../../data/customers.ts';
import { CustomersPage } from '../../features/customers/customers-page.tsx';
import { textIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/customers/')({
  validateSearch: (
    search: Record<string, unknown>,
  ): { q?: string | undefined; active?: 'false' | undefined; new?: 'yes' | undefined } => ({
    q: textIn(search.q),
    new: search.new === 'yes' ? 'yes' : undefined,
    active: String(search.active) === 'false' ? 'false' : undefined,
  }),
  loaderDeps: ({ search: { q, active } }) => ({ q, active }),
  loader: ({ context: { queryClient }, deps: { q, active } }) =>
    queryClient.prefetchInfiniteQuery(customerQueries.list(q, active === 'false')),
  component: CustomersRoute,
});

function CustomersRoute() {
  const { q, active, new: adding } = Route.useSearch();
  return <CustomersPage query={q ?? ''} outOfUse={active === 'false'} isAdding={adding === 'yes'} />;
}
