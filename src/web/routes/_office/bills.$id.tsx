import { createFileRoute } from '@tanstack/react-router';
import { billQueries } from '../../data/bills.ts';
import { BillPage } from '../../features/bills/bill-page.tsx';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idParams } from '../../lib/id-params.ts';

export const Route = createFileRoute('/_office/bills/$id')({
  params: idParams,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'bills.get'),
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(billQueries.detail(id))),
  component: BillRoute,
});

function BillRoute() {
  const { id } = Route.useParams();
  // Another bill is another page: what was typed for the one before is not this one's.
  return <BillPage key={id} id={id} />;
}
