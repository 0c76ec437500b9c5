import { createFileRoute } from '@tanstack/react-router';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { ReturnsPage } from '../../features/vendor-returns/returns-page.tsx';
import type { ReturnsSearch } from '../../features/vendor-returns/returns-search.ts';

export const Route = createFileRoute('/_office/vendor-returns/')({
  // Read by the page (`searchIn`), so that the board's first scripts do not carry the filters.
  validateSearch: (search: Record<string, unknown>) => search as ReturnsSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'vendorReturns.list'),
  component: ReturnsRoute,
});

function ReturnsRoute() {
  return <ReturnsPage address={Route.useSearch()} />;
}
