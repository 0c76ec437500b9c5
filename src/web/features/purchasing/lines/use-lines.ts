import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { formatUnitPrice, unitPrice } from '#domain/money.ts';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import type { Choice } from '../../../parts/line-grid/cell-choices.tsx';
import { inTurn, useLineGrid } from '../../../parts/line-grid/use-line-grid.ts';
import { isExactly, offerOf, skusLike } from './find-skus.ts';
import { ORDER_GRID } from './grid-state.ts';
import type { Circumstances, FoundSku, Row } from './line-row.ts';
import { linesPasted } from './pasted-lines.ts';

export type LinesGrid = ReturnType<typeof useLines>;

type Start = {
  readonly rows: readonly Row[];
  readonly isOpen: boolean;
  readonly vendorId: number | null;
} & Circumstances;

const choiceOf = (sku: FoundSku): Choice => ({
  text: sku.code,
  detail: [sku.name, ...(sku.offer?.vendorPartNumber ? [sku.offer.vendorPartNumber] : [])],
  aside: `${formatUnitPrice(unitPrice(sku.offer?.cost ?? sku.cost))} / ${sku.unit}`,
  sku,
});

/** The lines while they are worked on, with what the vendor asks for each. */
export function useLines({ rows, isOpen, vendorId, today, descriptionsFrom }: Start) {
  const client = useQueryClient();
  const grid = useLineGrid({
    kind: ORDER_GRID,
    rows,
    isOpen,
    are: useMemo(() => ({ today, descriptionsFrom }), [today, descriptionsFrom]),
    find: (text) => skusLike(client, vendorId, text),
    isExactly,
    choiceOf,
    onTake: (sku, _, later) =>
      vendorId === null || sku.offer !== null
        ? undefined
        : offerOf(client, vendorId, sku).then(
            (offered) => offered.offer && later(offered),
            () => undefined,
          ),
    pasted: linesPasted,
    tooManyPasted: (count, room) =>
      `This has ${count} lines, and an order has at most ${MOST_LINES}: there is room for ${room}. Nothing was put in; split it first.`,
  });
  const { latest, offer } = grid;
  /** Another vendor, or lines brought along: what it asks for them. */
  async function price(vendor: number, wanted: readonly Row[]): Promise<void> {
    await inTurn(wanted, async (row) => {
      if (row.skuId === null || !row.found) return;
      offer(row.key)(await offerOf(client, vendor, row.found).catch(() => row.found!));
    });
  }
  const priceFor = useRef(price);
  useEffect(() => {
    priceFor.current = price;
  });
  const asked = useRef(vendorId);
  useEffect(() => {
    if (asked.current === vendorId) return;
    asked.current = vendorId;
    if (vendorId !== null) void priceFor.current(vendorId, latest.current.rows);
  }, [vendorId, latest]);
  return grid;
}
