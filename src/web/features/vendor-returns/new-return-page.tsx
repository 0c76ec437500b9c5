import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCurrentUser } from '../../data/current-user.ts';
import { orderQueries } from '../../data/purchase-orders.ts';
import { setupQueries } from '../../data/setup.ts';
import { setupRecordQueries } from '../../data/setup-records.ts';
import { MissingLists } from '../../parts/missing-lists.tsx';
import { PageBar } from '../../parts/page-bar.tsx';
import { type PageKeys, usePageKeys } from '../../parts/page-keys.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { shortcutLabel } from '../../ui/shortcut.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { NewReturnForm } from './form/new-return-form.tsx';
import { rowsOfOrder } from './form/return-draft.ts';

export type NewReturnSearch = { ofOrder?: number | undefined };

const KEYS: PageKeys = {
  title: 'New return',
  rows: [
    ['Write it, from anywhere', shortcutLabel('Mod+Enter')],
    ['One more of a scanned code; a scanned number', 'Enter'],
    ['From how much to the next part', 'Enter'],
  ],
};

/** A return of an order's goods, or free. */
export function NewReturnPage({ search }: { search: NewReturnSearch }) {
  usePageKeys(KEYS);
  return (
    <>
      <PageBar title="New return" />
      {/* Another address is another return: a form of its own. */}
      <Sources key={search.ofOrder ?? 'free'} orderId={search.ofOrder} />
    </>
  );
}

/** Everything the form begins with, read before it is shown: nothing jumps under what is typed. */
function Sources({ orderId }: { orderId: number | undefined }) {
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const types = useQuery(setupRecordQueries.list('returnType'));
  const places = useQuery(setupRecordQueries.list('inventoryLocation'));
  const order = useQuery({ ...orderQueries.detail(orderId ?? 0), enabled: orderId !== undefined });
  const asked = [types, places, ...(orderId === undefined ? [] : [order])];
  const failed = asked.find(({ error }) => error !== null);
  if (failed) {
    return (
      <div className="px-5 py-3.5">
        <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />
      </div>
    );
  }
  if (!types.data || asked.some(({ isPending }) => isPending)) {
    return <SkeletonRows rows={8} label="Loading what a return needs" />;
  }
  if (!types.data.items.some(({ active }) => active)) {
    return <MissingLists document="A return" kinds={['returnType']} />;
  }
  const card = order.data ?? null;
  const hasNothing = card !== null && rowsOfOrder(card, null).length === 0;
  return (
    <div className="px-5 py-3.5 max-sm:px-3">
      <PageHeader
        title={card ? `Return goods of order ${card.order.number}` : 'New return'}
        detail={
          card && (
            <span className="min-w-0 wrap-anywhere">
              to <bdi>{card.names.vendor}</bdi> ·{' '}
              <Link to="/purchase-orders/$id" params={{ id: card.order.id }} className="underline">
                Order {card.order.number}
              </Link>
            </span>
          )
        }
      />
      <div className="mt-4">
        {hasNothing ? (
          <EmptyState text="Nothing of this order can go back: nothing came, or all of it is on returns already." />
        ) : (
          <NewReturnForm
            order={card}
            types={types.data}
            units={setup.businessUnits.filter(
              ({ id }) => user.businessUnitIds === null || user.businessUnitIds.includes(id),
            )}
          />
        )}
      </div>
    </div>
  );
}
