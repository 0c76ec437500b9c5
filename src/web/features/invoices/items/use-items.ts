import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import { MOST_ITEMS } from '#domain/invoices/invoice.ts';
import { formatUnitPrice, unitPrice } from '#domain/money.ts';
import { codeKey } from '#domain/sku/code-key.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { setupQueries } from '../../../data/setup.ts';
import { setupRecordQueries } from '../../../data/setup-records.ts';
import { skuQueries } from '../../../data/skus.ts';
import { mayCall } from '../../../lib/session.ts';
import { useLineGrid } from '../../../parts/line-grid/use-line-grid.ts';
import { matching } from '../../../parts/setup-picker.tsx';
import { ITEM_GRID } from './item-grid.ts';
import type { Cell, FoundSku, Lists, Row } from './item-row.ts';
import { itemsPasted } from './pasted-items.ts';

const FEW = 8;
const NONE: Lists['accounts'] = [];

/** What an item may name: accounts of the books, and who did the work. */
export function useItemLists(): Lists {
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data } = useQuery({
    ...setupRecordQueries.list('glAccount'),
    enabled: mayCall(user, setupEndpoint('glAccount', 'list')),
  });
  const accounts = useMemo(
    () =>
      data?.items.map(({ id, active, values }) => ({
        id,
        active,
        name: `${values.number} ${values.name}`,
      })) ?? NONE,
    [data],
  );
  return useMemo(() => ({ accounts, technicians: setup.technicians }), [accounts, setup.technicians]);
}

export type ItemsGrid = ReturnType<typeof useItems>;
type Start = { readonly rows: readonly Row[]; readonly lists: Lists };

/** Items while they are worked on, with what the price book says of each. */
export function useItems({ rows, lists }: Start) {
  const client = useQueryClient();
  return useLineGrid<Cell, Row, FoundSku, Lists>({
    kind: ITEM_GRID,
    rows,
    isOpen: true,
    are: lists,
    find: async (text) => {
      const { items } = await client.fetchQuery(skuQueries.search(text, FEW));
      const found = items.map(
        ({ id, code, name, unit, kind, salePrice }): FoundSku => ({
          skuId: id,
          code,
          name,
          unit,
          kind,
          price: salePrice,
          taxable: null,
          glAccountId: null,
        }),
      );
      return [
        ...found.filter((sku) => isExactly(sku, text)),
        ...found.filter((sku) => !isExactly(sku, text)),
      ];
    },
    isExactly,
    detailsOf: async (sku) => {
      const { taxable, glAccountId } = await client.fetchQuery(skuQueries.detail(sku.skuId));
      return { ...sku, taxable, glAccountId };
    },
    choiceOf: (sku) => ({
      text: sku.code,
      detail: [sku.name],
      aside: sku.price === null ? sku.unit : `${formatUnitPrice(unitPrice(sku.price))} / ${sku.unit}`,
      sku,
    }),
    choices: (cell, text) =>
      matching(cell === 'account' ? lists.accounts : lists.technicians, text)
        .slice(0, FEW)
        .map(({ name }) => ({ text: name })),
    pasted: itemsPasted,
    tooManyPasted: (count, room) =>
      `This has ${count} lines, and an invoice has at most ${MOST_ITEMS} items: there is room for ${room}. Nothing was put in; split it first.`,
  });
}

const isExactly = ({ code }: FoundSku, text: string): boolean => codeKey(code) === codeKey(text);
