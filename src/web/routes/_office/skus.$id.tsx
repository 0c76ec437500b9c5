import { createFileRoute } from '@tanstack/react-router';
import { skuQueries } from '../../data/skus.ts';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { SkuPage } from '../../features/skus/sku-page.tsx';
import { idParams } from '../../lib/id-params.ts';

export const Route = createFileRoute('/_office/skus/$id')({
  params: idParams,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'skus.get'),
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(skuQueries.detail(id))),
  component: SkuRoute,
});

function SkuRoute() {
  const { id } = Route.useParams();
  // Another SKU is another page: what was open on the one before is closed.
  return <SkuPage key={id} id={id} />;
}
