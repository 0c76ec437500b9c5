import { createFileRoute } from '@tanstack/react-router';
import { importQueries } from '../../data/imports.ts';
import { ImportsPage } from '../../features/settings/imports-page.tsx';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/settings/imports')({
  validateSearch: (search: Record<string, unknown>): { import?: number | undefined } => ({
    import: idIn(search.import),
  }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'imports.list'),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(importQueries.list()),
  component: ImportsRoute,
});

function ImportsRoute() {
  return <ImportsPage importId={Route.useSearch().import} />;
}
