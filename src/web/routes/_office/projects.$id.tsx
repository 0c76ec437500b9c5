import { createFileRoute } from '@tanstack/react-router';
import { projectQueries } from '../../data/projects.ts';
import { ProjectPage } from '../../features/projects/project-page.tsx';
import { PROJECT_TABS, type ProjectPageSearch } from '../../features/projects/project-page-search.ts';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idParams } from '../../lib/id-params.ts';
import { wordIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/projects/$id')({
  params: idParams,
  validateSearch: (search: Record<string, unknown>): ProjectPageSearch => ({
    tab: wordIn(search.tab, PROJECT_TABS),
  }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'projects.get'),
  loader: ({ context: { queryClient }, params: { id } }) =>
    Promise.all([
      readOrNotFound(queryClient.ensureQueryData(projectQueries.detail(id))),
      queryClient.ensureQueryData(projectQueries.setup()),
    ]),
  component: ProjectRoute,
});

function ProjectRoute() {
  return <ProjectPage id={Route.useParams().id} search={Route.useSearch()} />;
}
