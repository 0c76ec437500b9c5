import { createFileRoute } from '@tanstack/react-router';
import { kindOfSlug } from '#domain/setup/kind-titles.ts';
import { SetupListPage, type SetupSearch } from '../../features/settings/lists/setup-list-page.tsx';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idIn, textIn, wordIn } from '../../lib/search-params.ts';

const listRoute = () => import('../../features/settings/lists/list-route.ts');

export const Route = createFileRoute('/_office/settings/$list')({
  validateSearch: (search: Record<string, unknown>): SetupSearch => ({
    q: textIn(search.q),
    all: wordIn(search.all, ['yes'] as const),
    open: search.open === 'new' ? 'new' : idIn(search.open),
  }),
  // Not in `beforeLoad`, which a change of the search waits for: what was ticked would be drawn unticked until it is over.
  loader: async ({ context: { user, queryClient }, params: { list } }) => {
    const { listEndpoint, readList } = await listRoute();
    requireEndpoint(user, listEndpoint(list));
    return readList(queryClient, list);
  },
  component: SetupListRoute,
});

function SetupListRoute() {
  const kind = kindOfSlug(Route.useParams().list);
  const search = Route.useSearch();
  return kind && <SetupListPage key={kind} kind={kind} search={search} />;
}
