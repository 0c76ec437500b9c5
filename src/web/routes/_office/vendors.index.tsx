import { createFileRoute } from '@tanstack/react-router';
import { DELIVERY_OPTIONS } from '#domain/vendor/delivery.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { VendorsPage } from '../../features/vendors/vendors-page.tsx';
import type { VendorsSearch } from '../../features/vendors/vendors-search.ts';
import { idIn, idsIn, namesIn, textIn, wordsIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/vendors/')({
  validateSearch: (search: Record<string, unknown>): VendorsSearch => ({
    q: textIn(search.q),
    tags: idsIn(search.tags),
    term: idIn(search.term),
    delivery: wordsIn(search.delivery, DELIVERY_OPTIONS),
    active: String(search.active) === 'false' ? 'false' : undefined,
    sort: textIn(search.sort),
    hide: namesIn(search.hide),
    new: search.new === 'yes' ? 'yes' : undefined,
  }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'vendors.list'),
  component: VendorsRoute,
});

function VendorsRoute() {
  return <VendorsPage search={Route.useSearch()} />;
}
