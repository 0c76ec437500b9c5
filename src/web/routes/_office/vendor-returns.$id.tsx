import { createFileRoute } from '@tanstack/react-router';
import { returnQueries } from '../../data/vendor-returns.ts';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { ReturnPage } from '../../features/vendor-returns/return-page.tsx';
import { idParams } from '../../lib/id-params.ts';

export const Route = createFileRoute('/_office/vendor-returns/$id')({
  params: idParams,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'vendorReturns.get'),
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(returnQueries.detail(id))),
  component: ReturnRoute,
});

function ReturnRoute() {
  const { id } = Route.useParams();
  // Another return is another page: what was open on the one before is closed.
  return <ReturnPage key={id} id={id} />;
}
