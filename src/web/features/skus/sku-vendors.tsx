import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import type { CatalogueItem } from '#contract/catalogue.ts';
import type { Sku } from '#contract/sku.ts';
import { catalogueQueries } from '../../data/catalogue.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { mayCall } from '../../lib/session.ts';
import { costText } from '../../lib/stock-words.ts';
import { breaksText, leadText } from '../../parts/catalogue/breaks-text.ts';
import { ItemForm } from '../../parts/catalogue/item-form.tsx';
import { PreferredMark } from '../../parts/catalogue/preferred-mark.tsx';
import { RemoveItem } from '../../parts/catalogue/remove-item.tsx';
import { MoreRows } from '../../parts/more-rows.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { rowClass, Section } from '../../parts/section.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { cellClass, headClass, numberClass, tableClass } from './table-class.ts';

export type SkuVendorsProps = {
  sku: Sku;
  /** The zone times are read in. */
  zone: string;
  onUndo: (operationId: number) => void;
};

/** Who sells it: under which number, at what cost, how soon; and where it is bought unless somebody says otherwise. */
export function SkuVendors({ sku, zone, onUndo }: SkuVendorsProps) {
  const user = useCurrentUser();
  const list = useInfiniteQuery(catalogueQueries.ofSku(sku.id));
  const [open, setOpen] = useState<CatalogueItem | 'new' | null>(null);
  const mayKeep = mayCall(user, 'catalogue.update');
  const rows = list.data?.items ?? [];
  return (
    <Section
      title="Vendors"
      count={list.data?.total}
      action={
        mayKeep &&
        sku.active && (
          <Button variant="ghost" icon={<Plus aria-hidden />} onClick={() => setOpen('new')}>
            Add a vendor
          </Button>
        )
      }
    >
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={2} label="Loading the vendors" />}
      {list.data && rows.length === 0 && (
        <p className={`${rowClass} text-muted`}>No vendor has it in their catalogue yet.</p>
      )}
      {rows.length > 0 && (
        <table className={tableClass} aria-label="Vendors of the SKU">
          <thead>
            <tr>
              {['Vendor', 'Part number', 'Price breaks'].map((head) => (
                <th key={head} scope="col" className={headClass}>
                  {head}
                </th>
              ))}
              {['Cost', 'Lead time'].map((head) => (
                <th key={head} scope="col" className={`${headClass} text-right`}>
                  {head}
                </th>
              ))}
              {mayKeep && (
                <th scope="col" className={headClass} data-print="hide">
                  <span className="sr-only">Change or remove</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((item) => (
              <tr key={item.id} className="group">
                <td className={`${cellClass} min-w-32 wrap-anywhere`}>
                  <Link to="/vendors/$id" params={{ id: item.vendorId }} className="font-medium text-text">
                    <bdi>{item.vendorName}</bdi>
                  </Link>{' '}
                  {item.vendorActive ? (
                    item.preferred && <PreferredMark />
                  ) : (
                    <span className="text-xs text-muted">out of use</span>
                  )}
                </td>
                <td className={`${cellClass} wrap-anywhere`}>
                  <bdi>{item.vendorPartNumber}</bdi>
                </td>
                <td className={`${cellClass} text-xs text-muted`}>{breaksText(item.priceBreaks)}</td>
                <td className={`${cellClass} ${numberClass}`}>{costText(item.cost)}</td>
                <td className={`${cellClass} ${numberClass}`}>{leadText(item.leadDays)}</td>
                {mayKeep && (
                  <td className={`${cellClass} py-1! whitespace-nowrap`} data-print="hide">
                    <IconButton
                      label={`Change what ${item.vendorName} asks`}
                      icon={<Pencil aria-hidden />}
                      onClick={() => setOpen(item)}
                    />
                    <RemoveItem item={item} onUndo={onUndo} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <div className="px-3">
          <MoreRows list={list} words="vendors" />
        </div>
      )}
      {open && (
        <ItemForm
          item={open === 'new' ? null : open}
          sku={sku}
          zone={zone}
          onUndo={onUndo}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
