import { createFileRoute } from '@tanstack/react-router';
import { capacityQueries } from '../../data/capacity.ts';
import { LintPage } from '../../features/settings/lint-page.tsx';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/settings/check')({
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'capacity.lint'),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(capacityQueries.lint()),
  component: LintPage,
});
