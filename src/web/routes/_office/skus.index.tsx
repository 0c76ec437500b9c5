import { createFileRoute } from '@tanstack/react-router';
import { SKU_KINDS } from '#domain/sku/sku.ts';
import { requireEndpoint } from '../../features/shell/read-or-not-found.ts';
import { SkusPage } from '../../features/skus/skus-page.tsx';
import { type SkusSearch, STOCK_FILTERS } from '../../features/skus/skus-search.ts';
import { namesIn, textIn, wordIn, wordsIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/skus/')({
  validateSearch: (search: Record<string, unknown>): SkusSearch => ({
    q: textIn(search.q),
    kinds: wordsIn(search.kinds, SKU_KINDS),
    stock: wordIn(search.stock, STOCK_FILTERS),
    active: String(search.active) === 'false' ? 'false' : undefined,
    sort: textIn(search.sort),
    hide: namesIn(search.hide),
    new: search.new === 'yes' ? 'yes' : undefined,
  }),
  beforeLoad: ({ context: { user } }) => requireEndpoint(user, 'skus.list'),
  component: SkusRoute,
});

function SkusRoute() {
  return <SkusPage search={Route.useSearch()} />;
}
