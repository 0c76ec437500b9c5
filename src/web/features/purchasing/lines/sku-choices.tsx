import { useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { formatUnitPrice, unitPrice } from '#domain/money.ts';
import { optionClass } from '../../../ui/overlay-class.ts';
import type { FoundSku } from './line-row.ts';

export type SkuChoicesProps = {
  id: string;
  /** The cell it opens below. */
  anchor: HTMLElement | null;
  items: readonly FoundSku[];
  typed: string;
  status: 'idle' | 'searching' | 'done' | 'failed';
  /** Of the items; one past them is the offer to leave it as text. */
  lit: number;
  onTake: (index: number) => void;
};

/** SKUs below the cell where one is typed. In a layer of its own, so that the grid's edge does not cut it off. */
export function SkuChoices({ id, anchor, items, typed, status, lit, onTake }: SkuChoicesProps) {
  const place = usePlaceBelow(anchor);
  if (!place) return null;
  const words =
    status === 'failed'
      ? 'The search did not answer. Type on to try again.'
      : status === 'searching'
        ? 'Searching…'
        : 'No SKU like that.';
  const option = (index: number) => ({
    id: `${id}-${index}`,
    role: 'option',
    'aria-selected': index === lit,
    'data-highlighted': index === lit ? '' : undefined,
    className: optionClass,
    // The text box keeps the focus.
    onMouseDown: (event: React.MouseEvent) => event.preventDefault(),
    onClick: () => onTake(index),
  });
  return createPortal(
    <div
      className="fixed z-50 max-h-80 max-w-130 min-w-80 overflow-y-auto rounded-md border border-line bg-raised p-1 text-sm text-text shadow-overlay"
      style={place}
    >
      {items.length === 0 && (
        <p role="status" className="px-2 py-1.5 text-xs text-muted">
          {words}
        </p>
      )}
      <div id={id} role="listbox" aria-label="Parts">
        {items.map(({ skuId, code, name, unit, cost, offer }, index) => (
          <div key={skuId} {...option(index)}>
            <bdi className="font-medium">{code}</bdi>
            <span className="min-w-0 flex-1 truncate text-muted">
              <bdi>{name}</bdi>
              {offer?.vendorPartNumber && (
                <>
                  {' · '}
                  <bdi>{offer.vendorPartNumber}</bdi>
                </>
              )}
            </span>
            <span className="tabular-nums">
              {formatUnitPrice(unitPrice(offer?.cost ?? cost))} / <bdi>{unit}</bdi>
            </span>
          </div>
        ))}
        <div {...option(items.length)}>
          <span className="min-w-0 truncate text-accent">
            As text: “<bdi>{typed}</bdi>”
          </span>
        </div>
      </div>
    </div>,
    document.body,
  );
}

function usePlaceBelow(anchor: HTMLElement | null) {
  const [place, setPlace] = useState<{ left: number; top?: number; bottom?: number } | null>(null);
  useLayoutEffect(() => {
    if (!anchor) return;
    const measure = () => {
      const { left, top, bottom } = anchor.getBoundingClientRect();
      const view = document.documentElement;
      const isLow = bottom + 320 > view.clientHeight && top > view.clientHeight / 2;
      const within = Math.max(8, Math.min(left, view.clientWidth - 330));
      setPlace(
        isLow ? { left: within, bottom: view.clientHeight - top + 2 } : { left: within, top: bottom + 2 },
      );
    };
    measure();
    addEventListener('scroll', measure, true);
    addEventListener('resize', measure);
    return () => {
      removeEventListener('scroll', measure, true);
      removeEventListener('resize', measure);
    };
  }, [anchor]);
  return place;
}
