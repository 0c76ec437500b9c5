import { createFileRoute } from '@tanstack/react-router';
import { vendorQueries } from '../../data/vendors.ts';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { CataloguePage } from '../../features/vendors/catalogue-page.tsx';
import type { CatalogueSearch } from '../../features/vendors/catalogue-search.ts';
import { idParams } from '../../lib/id-params.ts';
import { textIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/vendors/$id_/catalogue')({
  params: idParams,
  validateSearch: (search: Record<string, unknown>): CatalogueSearch => ({
    q: textIn(search.q),
    active: String(search.active) === 'false' ? 'false' : undefined,
    sort: textIn(search.sort),
  }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'vendors.catalogue'),
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(vendorQueries.detail(id))),
  component: CatalogueRoute,
});

function CatalogueRoute() {
  const { id } = Route.useParams();
  return <CataloguePage key={id} vendorId={id} search={Route.useSearch()} />;
}
