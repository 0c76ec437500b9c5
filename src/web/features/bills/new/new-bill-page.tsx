import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useCurrentUser } from '../../../data/current-user.ts';
import { orderQueries } from '../../../data/purchase-orders.ts';
import { homeZone, setupQueries } from '../../../data/setup.ts';
import { PageBar } from '../../../parts/page-bar.tsx';
import { type PageKeys, usePageKeys } from '../../../parts/page-keys.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { shortcutLabel } from '../../../ui/shortcut.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { NewBillForm } from './new-bill-form.tsx';

const KEYS: PageKeys = {
  title: 'New bill',
  rows: [
    ['Key it in, from anywhere', shortcutLabel('Mod+Enter')],
    ['From cell to cell', 'Enter ↑ ↓ ← →'],
  ],
};

/** A vendor's paper that no receipt made a bill of. */
export function NewBillPage({ orderId }: { orderId: number | undefined }) {
  usePageKeys(KEYS);
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const order = useQuery({ ...orderQueries.detail(orderId ?? 0), enabled: orderId !== undefined });
  const units = setup.businessUnits.filter(
    ({ id, active }) => active && (user.businessUnitIds === null || user.businessUnitIds.includes(id)),
  );
  return (
    <>
      <PageBar title="New bill" />
      {order.error ? (
        <div className="px-5 py-3.5">
          <ProblemNote error={order.error} onRetry={() => void order.refetch()} />
        </div>
      ) : orderId !== undefined && !order.data ? (
        <SkeletonRows rows={8} label="Loading the order" />
      ) : (
        <NewBillForm units={units} order={order.data ?? null} zone={homeZone(setup, user.businessUnitIds)} />
      )}
    </>
  );
}
