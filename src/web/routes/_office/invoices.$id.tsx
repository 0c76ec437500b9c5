import { createFileRoute } from '@tanstack/react-router';
import { invoiceQueries } from '../../data/invoices.ts';
import { InvoicePage } from '../../features/invoices/invoice-page.tsx';
import { readOrNotFound, requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idParams } from '../../lib/id-params.ts';

export const Route = createFileRoute('/_office/invoices/$id')({
  params: idParams,
  validateSearch: ({ edit }: Record<string, unknown>): { edit?: 'items' | undefined } =>
    edit === 'items' ? { edit } : {},
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'invoices.get'),
  loader: ({ context: { queryClient }, params: { id } }) =>
    readOrNotFound(queryClient.ensureQueryData(invoiceQueries.detail(id))),
  component: InvoiceRoute,
});

function InvoiceRoute() {
  const { id } = Route.useParams();
  // Another invoice is another page: what was typed for the one before is not this one's.
  return <InvoicePage key={id} id={id} startsEditing={Route.useSearch().edit === 'items'} />;
}
