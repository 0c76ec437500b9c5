import { createFileRoute } from '@tanstack/react-router';
import { projectQueries } from '../../data/projects.ts';
import { ProjectsPage } from '../../features/projects/projects-page.tsx';
import { managerIn, type ProjectsSearch } from '../../features/projects/projects-search.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { dayIn, idIn, idsIn, namesIn, textIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/projects/')({
  validateSearch: (search: Record<string, unknown>): ProjectsSearch => ({
    q: textIn(search.q),
    status: idsIn(search.status),
    type: idIn(search.type),
    customer: idIn(search.customer),
    manager: managerIn(search.manager),
    starts: dayIn(search.starts),
    startsUntil: dayIn(search.startsUntil),
    completed: dayIn(search.completed),
    completedUntil: dayIn(search.completedUntil),
    sort: textIn(search.sort),
    hide: namesIn(search.hide),
  }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'projects.list'),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(projectQueries.setup()),
  component: ProjectsRoute,
});

function ProjectsRoute() {
  return <ProjectsPage search={Route.useSearch()} />;
}
