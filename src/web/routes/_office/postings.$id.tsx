import { createFileRoute } from '@tanstack/react-router';
import { postingQueries } from '../../data/postings.ts';
import { BatchPage } from '../../features/postings/batch-page.tsx';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idParams } from '../../lib/id-params.ts';

export const Route = createFileRoute('/_office/postings/$id')({
  params: idParams,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'postings.get'),
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(postingQueries.detail(id))),
  component: BatchRoute,
});

function BatchRoute() {
  const { id } = Route.useParams();
  return <BatchPage key={id} id={id} />;
}
