import { createFileRoute, notFound } from '@tanstack/react-router';
import { isInstant } from '#domain/time.ts';
import { jobQueries } from '../../data/jobs.ts';
import { JobPage, type JobPageSearch } from '../../features/jobs/job-page.tsx';
import { readOrNotFound } from '../../features/shell/read-or-not-found.ts';
import { idIn, textIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/jobs/$id')({
  params: {
    parse: ({ id }) => {
      const parsed = idIn(id);
      if (parsed === undefined) throw notFound();
      return { id: parsed };
    },
    stringify: ({ id }) => ({ id: String(id) }),
  },
  validateSearch: (search: Record<string, unknown>): JobPageSearch => {
    const at = textIn(search.at);
    return { visit: idIn(search.visit), at: at !== undefined && isInstant(at) ? at : undefined };
  },
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(jobQueries.detail(id))),
  component: JobRoute,
});

function JobRoute() {
  return <JobPage id={Route.useParams().id} search={Route.useSearch()} />;
}
