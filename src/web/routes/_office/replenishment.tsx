import { createFileRoute } from '@tanstack/react-router';
import { ReplenishmentPage } from '../../features/purchasing/replenishment/replenishment-page.tsx';
import type { ReplenishmentSearch } from '../../features/purchasing/replenishment/replenishment-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/replenishment')({
  // Read by the page (`searchIn`), as the list of orders reads its own.
  validateSearch: (search: Record<string, unknown>) => search as ReplenishmentSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'replenishment.list'),
  component: ReplenishmentRoute,
});

function ReplenishmentRoute() {
  return <ReplenishmentPage address={Route.useSearch()} />;
}
