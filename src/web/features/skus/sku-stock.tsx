import { useMutation } from '@tanstack/react-query';
import { ClipboardCheck, Gauge, X } from 'lucide-react';
import { useState } from 'react';
import type { Sku } from '#contract/sku.ts';
import { isBelowLeast } from '#domain/sku/stock.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { skuMutations } from '../../data/skus.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { unitsText } from '../../lib/stock-words.ts';
import { rowClass, Section } from '../../parts/section.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast-store.ts';
import { CountForm } from './count-form.tsx';
import { LevelForm } from './level-form.tsx';
import { LowMark } from './low-mark.tsx';
import { SerialList } from './serial-list.tsx';
import { cellClass, headClass, numberClass, tableClass } from './table-class.ts';

type Row = Sku['stock'][number];
export type SkuStockProps = { sku: Sku; onUndo: (operationId: number) => void };

/** What lies where and how much should; counted and levelled by those whose stock it is. */
export function SkuStock({ sku, onUndo }: SkuStockProps) {
  const user = useCurrentUser();
  const [open, setOpen] = useState<{ form: 'count' | 'level'; placeId: number } | null>(null);
  const mayCount = sku.active && mayCall(user, 'skus.count');
  const mayLevel = mayCall(user, 'skus.setLevel');
  return (
    <Section
      title="Stock"
      action={
        <>
          {mayCount && (
            <Button variant="ghost" onClick={() => setOpen({ form: 'count', placeId: 0 })}>
              Count…
            </Button>
          )}
          {mayLevel && (
            <Button variant="ghost" onClick={() => setOpen({ form: 'level', placeId: 0 })}>
              Level…
            </Button>
          )}
        </>
      }
    >
      {sku.stock.length === 0 && (
        <p className={`${rowClass} text-muted`}>None of it lies anywhere, and none should.</p>
      )}
      {sku.stock.length > 0 && (
        <table className={tableClass} aria-label="Stock by place">
          <thead>
            <tr>
              <th scope="col" className={headClass}>
                Place
              </th>
              {['On hand', 'Least', 'Most'].map((head) => (
                <th key={head} scope="col" className={`${headClass} text-right`}>
                  {head}
                </th>
              ))}
              {sku.serialized && (
                <th scope="col" className={headClass}>
                  Serial numbers
                </th>
              )}
              {mayLevel && (
                <th scope="col" className={headClass} data-print="hide">
                  <span className="sr-only">Count or level</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {sku.stock.map((row) => (
              <tr key={row.inventoryLocationId} className="group">
                <td className={`${cellClass} ${sku.serialized ? 'min-w-32' : 'w-full'} wrap-anywhere`}>
                  <bdi>{row.place}</bdi>
                </td>
                <td className={`${cellClass} ${numberClass}`}>
                  <span className="flex items-center justify-end gap-1.5">
                    {isBelowLeast(row.onHand, row.level) && <LowMark />} {unitsText(row.onHand)}
                  </span>
                </td>
                <td className={`${cellClass} ${numberClass}`}>{row.level && unitsText(row.level.least)}</td>
                <td className={`${cellClass} ${numberClass}`}>{row.level && unitsText(row.level.most)}</td>
                {sku.serialized && (
                  <td className={`${cellClass} w-3/5 min-w-40`}>
                    <SerialList serials={row.serials} />
                  </td>
                )}
                {mayLevel && (
                  <td className={`${cellClass} py-1! whitespace-nowrap`} data-print="hide">
                    <RowActions
                      sku={sku}
                      row={row}
                      mayCount={mayCount}
                      onOpen={(form) => setOpen({ form, placeId: row.inventoryLocationId })}
                      onUndo={onUndo}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open?.form === 'count' && <CountForm sku={sku} placeId={open.placeId} onClose={() => setOpen(null)} />}
      {open?.form === 'level' && (
        <LevelForm sku={sku} placeId={open.placeId} onUndo={onUndo} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}

type RowActionsProps = SkuStockProps & {
  row: Row;
  mayCount: boolean;
  onOpen: (form: 'count' | 'level') => void;
};

/** A level is taken away at once and can be undone; a count is put right by the next. */
function RowActions({ sku, row, mayCount, onOpen, onUndo }: RowActionsProps) {
  const { mutate, isPending } = useMutation(skuMutations.setLevel());
  const { inventoryLocationId, place, level } = row;
  const remove = ({ id, version }: NonNullable<Row['level']>) =>
    mutate(
      { id: sku.id, inventoryLocationId, level: null, expected: [{ kind: 'stockLevel', id, version }] },
      {
        onSuccess: ({ operationId }) =>
          toast({
            title: `No level at ${place} any more`,
            tone: 'success',
            action: { label: 'Undo', act: () => onUndo(operationId) },
          }),
        onError: (error) => toast({ title: 'Level not removed', body: errorText(error), tone: 'error' }),
      },
    );
  return (
    <>
      {mayCount && (
        <IconButton
          label={`Count at ${place}`}
          icon={<ClipboardCheck aria-hidden />}
          onClick={() => onOpen('count')}
        />
      )}
      <IconButton label={`Level at ${place}`} icon={<Gauge aria-hidden />} onClick={() => onOpen('level')} />
      {level && (
        <IconButton
          label={`Remove the level at ${place}`}
          icon={<X aria-hidden />}
          busy={isPending}
          onClick={() => remove(level)}
        />
      )}
    </>
  );
}
