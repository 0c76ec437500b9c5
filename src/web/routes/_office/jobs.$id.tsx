import { createFileRoute, notFound } from '@tanstack/react-router';
import { jobQueries } from '../../data/jobs.ts';
import { JobPage } from '../../features/jobs/job-page.tsx';
import { readOrNotFound } from '../../features/shell/read-or-not-found.ts';
import { idIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/jobs/$id')({
  params: {
    parse: ({ id }) => {
      const parsed = idIn(id);
      if (parsed === undefined) throw notFound();
      return { id: parsed };
    },
    stringify: ({ id }) => ({ id: String(id) }),
  },
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(jobQueries.detail(id))),
  component: JobRoute,
});

function JobRoute() {
  return <JobPage id={Route.useParams().id} />;
}
