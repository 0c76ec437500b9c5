import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { CircleAlert, X } from 'lucide-react';
import { memo } from 'react';
import type { Id } from '#domain/ids.ts';
import { cents, formatCents, lineTotal, quantity, unitPrice } from '#domain/money.ts';
import { skuQueries } from '../../../data/skus.ts';
import { unitsText } from '../../../lib/stock-words.ts';
import { SerialEntry } from '../../../parts/serial-entry.tsx';
import { controlClass } from '../../../ui/control-class.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { backOf, costOf, isNumbered, type ReturnRow } from './return-draft.ts';

export type Place = { readonly id: Id; readonly name: string; readonly active: boolean };

export type ReturnRowProps = {
  row: ReturnRow;
  index: number;
  places: readonly Place[];
  takesFromStock: boolean;
  /** Lines of an order say how much of them is here still. */
  hasMost: boolean;
  /** What is wrong with it. */
  wrong: string | undefined;
  onChange: (key: string, changes: Partial<ReturnRow>) => void;
  /** Of a free return alone. */
  onRemove: ((key: string) => void) | undefined;
  /** Enter in the quantity: on to the next. */
  onNext: ((key: string) => void) | undefined;
};

const cell = 'border-b border-line px-2 py-1';
const number = 'text-right whitespace-nowrap tabular-nums';

/** Where how much, or which numbers, of a line is typed: a scanned code and a part just added lead there. */
export const backInputId = (key: string): string => `back-${key.replaceAll(' ', '-')}`;

/** A line while it goes back: how much of it, from where, its numbers. Drawn again only when it is another one. */
export const ReturnLineRow = memo(function ReturnLineRow(props: ReturnRowProps) {
  const { row, index, places, takesFromStock, hasMost, wrong, onChange, onRemove, onNext } = props;
  const { key } = row;
  const numbered = isNumbered(row, takesFromStock);
  const back = backOf(row, takesFromStock);
  const what = row.code ?? row.description;
  const errorId = `wrong-${backInputId(key)}`;
  const hasMore = numbered || wrong !== undefined;
  const noLine = hasMore && 'border-b-0';
  const described = wrong === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': errorId };
  return (
    <>
      <tr>
        <td className={clsx(cell, number, noLine, 'text-muted')}>{index + 1}</td>
        <td className={clsx(cell, noLine, 'max-w-40 min-w-28 wrap-anywhere')}>
          <bdi className="font-medium">{row.code}</bdi>
        </td>
        <td className={clsx(cell, noLine, 'min-w-40 wrap-anywhere')}>
          <bdi>{row.description}</bdi>
        </td>
        {hasMost && (
          <td className={clsx(cell, number, noLine)}>
            {unitsText(row.most ?? 0)} <span className="text-xs text-muted">{row.unit}</span>
          </td>
        )}
        <td className={clsx(cell, noLine, 'w-24')}>
          {numbered ? (
            <span className={clsx(number, 'block')}>{unitsText(back ?? 0)}</span>
          ) : (
            <TextField
              id={backInputId(key)}
              size="dense"
              numeric
              inputMode="decimal"
              aria-label={`Back of ${what}`}
              {...described}
              value={row.text}
              onChange={({ target }) => onChange(key, { text: target.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !onNext) return;
                event.preventDefault();
                onNext(key);
              }}
            />
          )}
        </td>
        <td className={clsx(cell, noLine, 'w-52')}>
          {/* The browser's own: a list of 300 lines has as many. */}
          <select
            className={controlClass('dense')}
            aria-label={`Place of ${what}`}
            value={row.placeId}
            onChange={({ target }) => onChange(key, { placeId: Number(target.value), serials: [] })}
          >
            {places
              .filter(({ id, active }) => active || id === row.placeId)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </td>
        <td className={clsx(cell, noLine, 'w-28')}>
          <TextField
            size="dense"
            numeric
            inputMode="decimal"
            aria-label={`Cost of ${what}`}
            aria-invalid={costOf(row) === undefined || undefined}
            placeholder="vendor’s"
            value={row.cost}
            onChange={({ target }) => onChange(key, { cost: target.value })}
          />
        </td>
        <td className={clsx(cell, number, noLine, 'w-24')}>{worth(back, costOf(row))}</td>
        {onRemove && (
          <td className={clsx(cell, noLine, 'w-8')}>
            <IconButton
              label={`Take ${what} off`}
              size="dense"
              variant="ghost"
              icon={<X aria-hidden />}
              onClick={() => onRemove(key)}
            />
          </td>
        )}
      </tr>
      {hasMore && (
        <tr>
          <td className={cell} />
          <td colSpan={8} className={clsx(cell, 'pt-0')}>
            {numbered && <Numbers {...props} what={what} />}
            {wrong !== undefined && (
              <p id={errorId} className="mt-0.5 flex items-start gap-1 text-xs text-danger">
                <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
                {wrong}
              </p>
            )}
          </td>
        </tr>
      )}
    </>
  );
});

const worth = (back: number | undefined, cost: number | null | undefined): string =>
  back && cost ? formatCents(cents(lineTotal(quantity(back), unitPrice(cost)))) : '';

/** Scanned, or chosen of those that lie at the place: of an order's line, of those that came with it. */
function Numbers({ row, onChange, what }: ReturnRowProps & { what: string }) {
  const { key, skuId, placeId, came, serials } = row;
  const { data } = useQuery({ ...skuQueries.detail(skuId ?? 0), enabled: skuId !== null });
  const lying = data?.stock.find((one) => one.inventoryLocationId === placeId)?.serials ?? [];
  return (
    <SerialEntry
      label={`Serial numbers of ${what}`}
      inputId={backInputId(key)}
      serials={serials}
      choices={came === null ? lying : lying.filter((serial) => came.includes(serial))}
      onChange={(next) => onChange(key, { serials: next })}
    />
  );
}
