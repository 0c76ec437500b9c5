import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Vendor } from '#contract/vendor.ts';
import { catalogueQueries } from '../../data/catalogue.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { mayCall } from '../../lib/session.ts';
import { costText } from '../../lib/stock-words.ts';
import { leadText } from '../../parts/catalogue/breaks-text.ts';
import { ItemForm } from '../../parts/catalogue/item-form.tsx';
import { PreferredMark } from '../../parts/catalogue/preferred-mark.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { rowClass, Section } from '../../parts/section.tsx';
import { Button } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';

export type VendorCatalogueProps = {
  vendor: Vendor;
  /** The zone times are read in. */
  zone: string;
  onUndo: (operationId: number) => void;
};

/** The first of what it sells, and the way to all of it. */
export function VendorCatalogue({ vendor, zone, onUndo }: VendorCatalogueProps) {
  const user = useCurrentUser();
  const { data, error, refetch } = useQuery(catalogueQueries.someOfVendor(vendor.id));
  const [isAdding, setAdding] = useState(false);
  const items = data?.items ?? [];
  return (
    <Section
      title="Catalogue"
      count={data?.total ?? undefined}
      action={
        mayCall(user, 'catalogue.create') &&
        vendor.active && (
          <Button variant="ghost" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            Add a SKU
          </Button>
        )
      }
    >
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} label="Loading the catalogue" />}
      {data && items.length === 0 && (
        <p className={`${rowClass} text-muted`}>
          Nobody said yet what is bought here, under which number and at what cost.
        </p>
      )}
      {items.map(({ id, skuId, skuCode, skuName, vendorPartNumber, cost, leadDays, preferred }) => (
        <div key={id} className={rowClass}>
          <p className="m-0 min-w-0 flex-1 wrap-anywhere">
            <Link to="/skus/$id" params={{ id: skuId }} className="font-medium text-text">
              <bdi>{skuCode}</bdi>
            </Link>{' '}
            <bdi>{skuName}</bdi>
            {vendorPartNumber && (
              <span className="text-muted">
                {' · '}
                <bdi>{vendorPartNumber}</bdi>
              </span>
            )}
          </p>
          {preferred && <PreferredMark />}
          <span className="shrink-0 text-xs text-muted tabular-nums">{leadText(leadDays)}</span>
          <span className="w-20 shrink-0 text-right tabular-nums">{costText(cost)}</span>
        </div>
      ))}
      {data && (
        <p className={rowClass}>
          <Link to="/vendors/$id/catalogue" params={{ id: vendor.id }}>
            {items.length < (data.total ?? 0)
              ? `Open all ${data.total!.toLocaleString('en-US')}`
              : 'Open the catalogue'}
          </Link>
        </p>
      )}
      {isAdding && (
        <ItemForm item={null} vendor={vendor} zone={zone} onUndo={onUndo} onClose={() => setAdding(false)} />
      )}
    </Section>
  );
}
