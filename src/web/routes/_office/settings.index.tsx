import { createFileRoute } from '@tanstack/react-router';
import { setupRecordQueries } from '../../data/setup-records.ts';
import { FirstStepsPage } from '../../features/settings/first-steps-page.tsx';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';

export const Route = createFileRoute('/_office/settings/')({
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'setupRecords.list'),
  loader: ({ context: { queryClient } }) =>
    queryClient.ensureQueryData(setupRecordQueries.list('shiftPattern')),
  component: FirstStepsPage,
});
