/** From typed items to what is sent, with what is wrong of each cell. The contract's own schema decides. */
import type { BodyIn } from '#contract/endpoints.ts';
import { editItems } from '#contract/invoice.ts';
import { type Totals, totalsOf } from '#domain/invoices/amounts.ts';
import { MOST_ITEMS } from '#domain/invoices/invoice.ts';
import { quantity, unitPrice } from '#domain/money.ts';
import type { TaxRate } from '#domain/tax-rates.ts';
import { fieldErrorText } from '../../../lib/field-error-text.ts';
import type { FaultsIn } from '../../../parts/line-grid/line-grid.tsx';
import { namedBy } from './item-grid.ts';
import { amountOf, type Cell, figuresOf, type ItemView, type Lists, type Row, taxedIn } from './item-row.ts';

export type Faults = FaultsIn<Cell>;
type Edit = BodyIn<'invoices.editItems'>;
export type WrittenItem = NonNullable<Edit['items']>[number];
export type ItemEdits = { readonly items: WrittenItem[]; readonly removed: number[] };

const itemSchema = editItems.shape.items.unwrap().element;

const PHRASES: Readonly<Record<Cell, string>> = {
  code: 'Choose a SKU, or leave this empty.',
  description: 'What is it? Choose a SKU or describe it.',
  quantity: 'How many? A number such as 2 or -1.5.',
  price: 'An amount of up to four decimal places, such as 84.10 or -25.',
  taxable: 'Yes or no.',
  account: 'No such account. Type its number or name.',
  technician: 'No such technician. Type a name.',
};
const CELL_OF: Readonly<Record<string, Cell>> = {
  skuId: 'code',
  glAccountId: 'account',
  technicianId: 'technician',
};
export const cellOf = (field: string): Cell => CELL_OF[field] ?? (field as Cell);

type Value = Omit<WrittenItem, 'id' | 'position' | 'cost'>;

/** NaN stays what it is, and what is in no list has no id: the one is refused by the schema, the other by its cell. */
function valuesOf(row: Row, { accounts, technicians }: Lists): Value {
  const idIn = (list: Lists['accounts'], text: string) =>
    text.trim() === '' ? null : (namedBy(list, text)?.id ?? undefined);
  const { quantity: count, price } = figuresOf(row);
  return {
    kind: row.kind,
    skuId: row.skuId,
    description: row.description.trim(),
    quantity: count,
    price,
    taxable: taxedIn(row.taxable) ?? undefined,
    glAccountId: idIn(accounts, row.account),
    technicianId: idIn(technicians, row.technician),
  };
}

/** Of a new one what stands in it; what is left empty its SKU or the business unit says. */
export function newItemOf(row: Row, lists: Lists): WrittenItem {
  const values = valuesOf(row, lists);
  const said = Object.entries(values).filter(([field, value]) => {
    if (value === undefined || value === null) return false;
    if (field === 'price') return row.price.trim() !== '' || values.skuId === null;
    return field !== 'description' || value !== '';
  });
  return { id: null, ...Object.fromEntries(said) };
}

function changesOf(item: ItemView, row: Row, lists: Lists): WrittenItem | null {
  const values = valuesOf(row, lists);
  // Of another SKU the server would say all anew: what stands here is what was agreed to.
  const isOther = values.skuId !== null && values.skuId !== item.skuId;
  const changed = Object.entries(values).filter(([field, value]) => {
    // An account or a person that is out of use reads as none of the list: what was not typed over stays.
    if (field === 'glAccountId' && row.account.trim() === (item.glAccount ?? '')) return false;
    if (field === 'technicianId' && row.technician.trim() === (item.technicianName ?? '')) return false;
    return value !== undefined && (isOther || value !== item[field as keyof Value]);
  });
  return changed.length > 0 ? { id: item.id, ...Object.fromEntries(changed) } : null;
}

/** What differs from the items as they were opened. */
export function editsOf(
  before: readonly ItemView[],
  rows: readonly Row[],
  removed: readonly number[],
  lists: Lists,
): ItemEdits {
  const was = new Map(before.map((item) => [item.id, item]));
  return {
    items: rows.flatMap((row) => {
      if (row.lineId === null) return [newItemOf(row, lists)];
      const item = was.get(row.lineId);
      return (item && changesOf(item, row, lists)) ?? [];
    }),
    removed: [...removed],
  };
}
export const hasEdits = ({ items, removed }: ItemEdits): boolean => items.length + removed.length > 0;

function faultsOfRow(row: Row, lists: Lists, before: ItemView | undefined): ReadonlyMap<Cell, string> {
  const faults = new Map<Cell, string>();
  const { error } = itemSchema.safeParse(newItemOf(row, lists));
  for (const { path, code, message } of error?.issues ?? []) {
    const field = String(path[0]);
    const isLong = field === 'description' && code === 'too_big';
    const cell = cellOf(field);
    if (!faults.has(cell))
      faults.set(cell, isLong ? fieldErrorText({ path: field, code, message }) : PHRASES[cell]);
  }
  if (row.skuId === null && row.description.trim() === '') faults.set('description', PHRASES.description);
  if (taxedIn(row.taxable) === null) faults.set('taxable', PHRASES.taxable);
  const isUnknown = (cell: 'account' | 'technician', list: Lists['accounts'], was: string | null = null) =>
    row[cell].trim() !== '' && row[cell].trim() !== was && namedBy(list, row[cell]) === null;
  if (isUnknown('account', lists.accounts, before?.glAccount)) faults.set('account', PHRASES.account);
  if (isUnknown('technician', lists.technicians, before?.technicianName))
    faults.set('technician', PHRASES.technician);
  // Each may be as large as it is, but not both: nobody could add it up.
  if (faults.size === 0 && amountOf(row) === null)
    faults.set('price', 'So many at this price are more than can be added up. Check both.');
  return faults;
}

export function faultsOf(rows: readonly Row[], lists: Lists, before: readonly ItemView[] = []): Faults {
  const was = new Map(before.map((item) => [item.id, item]));
  return new Map(
    rows.flatMap((row) => {
      const faults = faultsOfRow(row, lists, was.get(row.lineId ?? 0));
      return faults.size > 0 ? [[row.key, faults] as const] : [];
    }),
  );
}

/** null: they fit. */
export const tooMany = (count: number): string | null =>
  count > MOST_ITEMS
    ? `An invoice has at most ${MOST_ITEMS} items, and this would be ${count}. Write another one for the rest.`
    : null;

/** What they come to by the rule the server adds up by, as far as they can be read; null: more than can be counted. */
export function totalsOfRows(rows: readonly Row[], rates: readonly TaxRate[]): Totals | null {
  const items = rows
    .filter((row) => amountOf(row) !== null)
    .map((row) => {
      const { quantity: count, price } = figuresOf(row);
      return {
        kind: row.kind,
        quantity: quantity(count),
        price: unitPrice(price),
        // As the server has it of what nobody says: taxed.
        taxable: taxedIn(row.taxable) ?? true,
        active: true,
      };
    });
  try {
    return totalsOf(items, rates);
  } catch {
    return null;
  }
}
