import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCurrentUser } from '../../../data/current-user.ts';
import { jobQueries } from '../../../data/jobs.ts';
import { templateQueries } from '../../../data/order-templates.ts';
import { orderQueries } from '../../../data/purchase-orders.ts';
import { setupQueries } from '../../../data/setup.ts';
import { setupRecordQueries } from '../../../data/setup-records.ts';
import { vendorQueries } from '../../../data/vendors.ts';
import { MissingLists } from '../../../parts/missing-lists.tsx';
import { PageBar } from '../../../parts/page-bar.tsx';
import { type PageKeys, usePageKeys } from '../../../parts/page-keys.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Button } from '../../../ui/button.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { NewOrderForm } from './new-order-form.tsx';
import type { NewOrderSearch } from './new-order-values.ts';
import { TemplatesDialog } from './templates-dialog.tsx';

const KEYS: PageKeys = {
  title: 'New purchase order',
  rows: [
    ['Create, from anywhere', 'Ctrl Enter'],
    ['On to what is still to be said, then to the next line', 'Enter'],
    ['From cell to cell', '← → ↑ ↓'],
    ['Type on in a cell', 'F2'],
    ['As it was before', 'Escape'],
    ['A line above, a line less', 'Insert, Delete'],
  ],
};

/** A purchase order from blank, for a job or project, or as a duplicate. */
export function NewOrderPage({ search }: { search: NewOrderSearch }) {
  usePageKeys(KEYS);
  const [areTemplatesOpen, setTemplatesOpen] = useState(false);
  return (
    <>
      <PageBar title="New purchase order">
        <Button size="dense" onClick={() => setTemplatesOpen(true)}>
          Templates…
        </Button>
      </PageBar>
      {areTemplatesOpen && <TemplatesDialog onClose={() => setTemplatesOpen(false)} />}
      {/* Another address is another order: a form of its own. */}
      <Sources
        key={[search.vendor, search.job, search.project, search.from, search.template].join(' ')}
        search={search}
      />
    </>
  );
}

/** Everything the form begins with, read before it is shown: nothing jumps under what is typed. */
function Sources({ search }: { search: NewOrderSearch }) {
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const types = useQuery(setupRecordQueries.list('purchaseOrderType'));
  const places = useQuery(setupRecordQueries.list('inventoryLocation'));
  const recent = useQuery(orderQueries.search('', 1));
  const copied = useQuery({ ...orderQueries.detail(search.from ?? 0), enabled: search.from !== undefined });
  const template = useQuery({
    ...templateQueries.detail(search.template ?? 0),
    enabled: search.template !== undefined,
  });
  const job = useQuery({ ...jobQueries.detail(search.job ?? 0), enabled: search.job !== undefined });
  const project = useQuery({
    ...orderQueries.projects({ id: search.project ?? 0 }),
    enabled: search.project !== undefined,
  });
  const vendorId = search.vendor ?? (copied.data ?? template.data)?.order.vendorId;
  const vendor = useQuery({ ...vendorQueries.detail(vendorId ?? 0), enabled: vendorId !== undefined });
  const asked = [
    types,
    places,
    recent,
    ...(search.from === undefined ? [] : [copied]),
    ...(search.template === undefined ? [] : [template]),
    ...(search.job === undefined ? [] : [job]),
    ...(search.project === undefined ? [] : [project]),
    ...(vendorId === undefined ? [] : [vendor]),
  ];
  const failed = asked.find(({ error }) => error !== null);
  if (failed) {
    return (
      <div className="px-5 py-3.5">
        <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />
      </div>
    );
  }
  if (!types.data || !places.data || asked.some(({ isPending }) => isPending)) {
    return <SkeletonRows rows={8} label="Loading what an order needs" />;
  }
  const has = (list: readonly { active: boolean }[]) => list.some(({ active }) => active);
  const missing = [
    ...(has(setup.businessUnits) ? [] : (['businessUnit'] as const)),
    ...(has(types.data.items) ? [] : (['purchaseOrderType'] as const)),
    ...(has(places.data.items) ? [] : (['inventoryLocation'] as const)),
  ];
  if (missing.length > 0) return <MissingLists document="An order" kinds={missing} />;
  return (
    <NewOrderForm
      units={setup.businessUnits.filter(
        ({ id }) => user.businessUnitIds === null || user.businessUnitIds.includes(id),
      )}
      types={types.data}
      places={places.data}
      recent={recent.data?.items[0] ?? null}
      vendor={vendor.data ?? null}
      copied={copied.data ?? template.data ?? null}
      job={job.data?.job ?? null}
      project={project.data?.items[0] ?? null}
    />
  );
}
