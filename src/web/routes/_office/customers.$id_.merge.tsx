import { createFileRoute } from '@tanstack/react-router';
import { customerQueries } from '../../data/customers.ts';
import { MergePage } from '../../features/customers/merge-page.tsx';
import { readOrNotFound } from '../../features/shell/read-or-not-found.ts';
import { idParams } from '../../lib/id-params.ts';
import { idIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/customers/$id_/merge')({
  params: idParams,
  validateSearch: (search: Record<string, unknown>): { with?: number | undefined } => ({
    with: idIn(search.with),
  }),
  loaderDeps: ({ search }) => ({ withId: search.with }),
  loader: ({ context: { queryClient }, params: { id }, deps: { withId } }) =>
    Promise.all(
      [id, ...(withId === undefined ? [] : [withId])].map((one) =>
        readOrNotFound(queryClient.ensureQueryData(customerQueries.detail(one))),
      ),
    ),
  component: MergeRoute,
});

function MergeRoute() {
  return <MergePage id={Route.useParams().id} withId={Route.useSearch().with} />;
}
