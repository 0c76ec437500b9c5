import { createFileRoute } from '@tanstack/react-router';
import { isInstant } from '#domain/time.ts';
import { jobQueries } from '../../data/jobs.ts';
import { JobPage, type JobPageSearch } from '../../features/jobs/job-page.tsx';
import { readOrNotFound } from '../../features/shell/read-or-not-found.ts';
import { idParams } from '../../lib/id-params.ts';
import { idIn, textIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/jobs/$id')({
  params: idParams,
  validateSearch: (search: Record<string, unknown>): JobPageSearch => {
    const at = textIn(search.at);
    return {
      visit: idIn(search.visit),
      at: at !== undefined && isInstant(at) ? at : undefined,
      plan: search.plan === 'yes' ? 'yes' : undefined,
    };
  },
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(jobQueries.detail(id))),
  component: JobRoute,
});

function JobRoute() {
  return <JobPage id={Route.useParams().id} search={Route.useSearch()} />;
}
