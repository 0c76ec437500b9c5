import { createFileRoute } from '@tanstack/react-router';
import { vendorQueries } from '../../data/vendors.ts';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { VendorPage } from '../../features/vendors/vendor-page.tsx';
import { idParams } from '../../lib/id-params.ts';

export const Route = createFileRoute('/_office/vendors/$id')({
  params: idParams,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'vendors.get'),
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(vendorQueries.detail(id))),
  component: VendorRoute,
});

function VendorRoute() {
  const { id } = Route.useParams();
  // Another vendor is another page: what was open on the one before is closed.
  return <VendorPage key={id} id={id} />;
}
