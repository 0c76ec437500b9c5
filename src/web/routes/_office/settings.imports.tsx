import { createFileRoute } from '@tanstack/react-router';
import { importQueries } from '../../data/imports.ts';
import { ImportsPage } from '../../features/imports/imports-page.tsx';
import { importsSearch } from '../../features/imports/imports-search.ts';
import { SettingsFrame } from '../../features/settings/settings-frame.tsx';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/settings/imports')({
  validateSearch: importsSearch,
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'imports.list'),
  loaderDeps: ({ search }) => ({ id: search.import }),
  loader: ({ context: { queryClient }, deps: { id } }) =>
    id === undefined
      ? queryClient.ensureQueryData(importQueries.list())
      : readOrNotFound(queryClient.ensureQueryData(importQueries.detail(id))),
  component: ImportsRoute,
});

function ImportsRoute() {
  return (
    <SettingsFrame>
      <ImportsPage search={Route.useSearch()} />
    </SettingsFrame>
  );
}
