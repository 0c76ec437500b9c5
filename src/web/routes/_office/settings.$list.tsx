import { createFileRoute, notFound } from '@tanstack/react-router';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import { kindOfSlug } from '#domain/setup/kind-titles.ts';
import { setupRecordQueries } from '../../data/setup-records.ts';
import { SetupListPage, type SetupSearch } from '../../features/settings/lists/setup-list-page.tsx';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idIn, textIn, wordIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/settings/$list')({
  validateSearch: (search: Record<string, unknown>): SetupSearch => ({
    q: textIn(search.q),
    all: wordIn(search.all, ['yes'] as const),
    open: search.open === 'new' ? 'new' : idIn(search.open),
  }),
  beforeLoad: ({ context: { user }, params: { list } }) => {
    const kind = kindOfSlug(list);
    if (!kind) throw notFound();
    requireEndpoint(user, setupEndpoint(kind, 'list'));
  },
  loader: ({ context: { queryClient }, params: { list } }) => {
    const kind = kindOfSlug(list);
    if (!kind) throw notFound();
    return queryClient.ensureQueryData(setupRecordQueries.list(kind));
  },
  component: SetupListRoute,
});

function SetupListRoute() {
  const kind = kindOfSlug(Route.useParams().list);
  const search = Route.useSearch();
  return kind && <SetupListPage key={kind} kind={kind} search={search} />;
}
