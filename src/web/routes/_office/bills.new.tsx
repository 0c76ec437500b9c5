import { createFileRoute } from '@tanstack/react-router';
import { NewBillPage } from '../../features/bills/new/new-bill-page.tsx';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/bills/new')({
  validateSearch: (search: Record<string, unknown>): { ofOrder?: number | undefined } => ({
    // As the list calls it, and as people type it.
    ofOrder: idIn(search.ofOrder ?? search.order),
  }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'bills.create'),
  component: NewBillRoute,
});

function NewBillRoute() {
  const { ofOrder } = Route.useSearch();
  return <NewBillPage key={ofOrder} orderId={ofOrder} />;
}
