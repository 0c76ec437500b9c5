import { createFileRoute } from '@tanstack/react-router';
import { NewInvoicePage } from '../../features/invoices/new/new-invoice-page.tsx';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { idIn, textIn } from '../../lib/search-params.ts';

type Search = {
  kind?: string | undefined;
  about?: number | undefined;
  project?: number | undefined;
};

export const Route = createFileRoute('/_office/invoices/new')({
  validateSearch: ({ kind, about, project }: Record<string, unknown>): Search => ({
    kind: textIn(kind),
    about: idIn(about),
    project: idIn(project),
  }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'invoices.create'),
  component: NewInvoiceRoute,
});

function NewInvoiceRoute() {
  const { kind, about, project } = Route.useSearch();
  return <NewInvoicePage key={`${kind} ${about}`} kind={kind} about={about} project={project} />;
}
