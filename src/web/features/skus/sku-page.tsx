import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isStocked } from '#domain/sku/sku.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { skuQueries } from '../../data/skus.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { SkuActions } from './sku-actions.tsx';
import { SkuFacts } from './sku-facts.tsx';
import { SkuForm } from './sku-form.tsx';
import { SkuMovements } from './sku-movements.tsx';
import { SkuPrices } from './sku-prices.tsx';
import { SkuSide } from './sku-side.tsx';
import { SkuStock } from './sku-stock.tsx';
import { SkuVendors } from './sku-vendors.tsx';

/** The SKU is in the cache: the route read it. */
export function SkuPage({ id }: { id: number }) {
  const user = useCurrentUser();
  const { data: sku } = useSuspenseQuery(skuQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const [isChanging, setChanging] = useState(false);
  const undo = useUndo();
  const zone = homeZone(setup, user.businessUnitIds);
  return (
    <SplitPane stacks label="Side panel" side={<SkuSide sku={sku} zone={zone} />}>
      <PageBar title={sku.code} />
      <div className="px-5 py-3.5">
        <PageHeader
          title={
            <>
              <bdi>{sku.code}</bdi> <bdi>{sku.name}</bdi>
            </>
          }
          detail={`SKU · ${sku.kind}`}
          actions={<SkuActions sku={sku} onChange={() => setChanging(true)} onUndo={undo.undo} />}
        />
        {!sku.active && (
          <div className="mt-3">
            <ProblemBanner
              tone="info"
              title="Out of use"
              messages={['It is neither bought nor counted; what was, stays. Use the SKU again to go on.']}
            />
          </div>
        )}
        <SkuFacts sku={sku} />
        <SkuVendors sku={sku} zone={zone} onUndo={undo.undo} />
        <SkuPrices skuId={id} />
        {isStocked(sku) && (
          <>
            <SkuStock sku={sku} onUndo={undo.undo} />
            <SkuMovements skuId={id} zone={zone} />
          </>
        )}
        {isChanging && <SkuForm sku={sku} onClose={() => setChanging(false)} />}
        <UndoRefusedDialog error={undo.refusal} onClose={undo.dismiss} />
      </div>
    </SplitPane>
  );
}
