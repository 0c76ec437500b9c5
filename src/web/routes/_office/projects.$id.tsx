import { createFileRoute, notFound } from '@tanstack/react-router';
import { projectQueries } from '../../data/projects.ts';
import { ProjectPage } from '../../features/projects/project-page.tsx';
import { PROJECT_TABS, type ProjectPageSearch } from '../../features/projects/project-page-search.ts';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idIn, wordIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/projects/$id')({
  params: {
    parse: ({ id }) => {
      const parsed = idIn(id);
      if (parsed === undefined) throw notFound();
      return { id: parsed };
    },
    stringify: ({ id }) => ({ id: String(id) }),
  },
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
