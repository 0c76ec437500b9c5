import { createFileRoute } from '@tanstack/react-router';
import { JOB_STATUSES } from '#domain/job/job-card.ts';
import { JobsPage } from '../../features/jobs/jobs-page.tsx';
import type { JobsSearch } from '../../features/jobs/jobs-search.ts';
import { dayIn, idIn, idsIn, namesIn, textIn, wordsIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/jobs/')({
  validateSearch: (search: Record<string, unknown>): JobsSearch => ({
    q: textIn(search.q),
    status: wordsIn(search.status, JOB_STATUSES),
    bu: idsIn(search.bu),
    type: idsIn(search.type),
    tag: idsIn(search.tag),
    project: idIn(search.project),
    technician: idIn(search.technician),
    customer: idIn(search.customer),
    day: dayIn(search.day),
    until: dayIn(search.until),
    completed: dayIn(search.completed),
    completedUntil: dayIn(search.completedUntil),
    sort: textIn(search.sort),
    hide: namesIn(search.hide),
  }),
  component: JobsRoute,
});

function JobsRoute() {
  return <JobsPage search={Route.useSearch()} />;
}
