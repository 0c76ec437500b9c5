import { createFileRoute } from '@tanstack/react-router';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { NewReturnPage, type NewReturnSearch } from '../../features/vendor-returns/new-return-page.tsx';
import { idIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/vendor-returns/new')({
  validateSearch: (search: Record<string, unknown>): NewReturnSearch => ({ ofOrder: idIn(search.ofOrder) }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'vendorReturns.create'),
  component: NewReturnRoute,
});

function NewReturnRoute() {
  return <NewReturnPage search={Route.useSearch()} />;
}
