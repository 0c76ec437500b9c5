/** An item of an invoice while it is worked on: text as typed, and what is only proposed told apart. */
import type { InvoiceCardView } from '#contract/invoice.ts';
import type { ItemKind, ItemSource } from '#domain/invoices/invoice.ts';
import {
  type Cents,
  decimalOfQuantity,
  decimalOfUnitPrice,
  lineTotal,
  quantity,
  unitPrice,
} from '#domain/money.ts';
import { type GridRow, isBlankRow, proposeIn } from '../../../parts/line-grid/grid-row.ts';
import { readSigned } from './read-signed.ts';

export const CELLS = [
  'code',
  'description',
  'quantity',
  'price',
  'taxable',
  'account',
  'technician',
] as const;
export type Cell = (typeof CELLS)[number];
export type ItemView = InvoiceCardView['items'][number];

export type FoundSku = {
  readonly skuId: number;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: ItemKind;
  /** null: nobody has said, or not read yet. */
  readonly price: number | null;
  readonly taxable: boolean | null;
  readonly glAccountId: number | null;
};
export type Row = Readonly<Record<Cell, string>> &
  GridRow & {
    /** What it is to the tax. */
    readonly kind: ItemKind;
    /** What put it there; null: somebody wrote it. */
    readonly source: ItemSource | null;
    readonly found: FoundSku | null;
  };
export type Named = { readonly id: number; readonly name: string; readonly active: boolean };
/** What an item may name. */
export type Lists = { readonly accounts: readonly Named[]; readonly technicians: readonly Named[] };

export const TAXED = { yes: 'yes', no: 'no' } as const;

export const blankRow = (key: string): Row => ({
  key,
  lineId: null,
  skuId: null,
  code: '',
  description: '',
  quantity: '',
  price: '',
  taxable: '',
  account: '',
  technician: '',
  unit: '',
  kind: 'Other',
  source: null,
  proposed: [],
  isNotFound: false,
  found: null,
});

const nameOf = (list: readonly Named[], id: number | null): string | undefined =>
  list.find((one) => one.id === id)?.name;

export const rowOf = (item: ItemView, lists: Lists): Row => ({
  ...blankRow(`item ${item.id}`),
  lineId: item.id,
  skuId: item.skuId,
  code: item.skuCode ?? '',
  description: item.description,
  quantity: decimalOfQuantity(quantity(item.quantity)),
  price: decimalOfUnitPrice(unitPrice(item.price)),
  taxable: item.taxable ? TAXED.yes : TAXED.no,
  account: nameOf(lists.accounts, item.glAccountId) ?? item.glAccount ?? '',
  technician: nameOf(lists.technicians, item.technicianId) ?? item.technicianName ?? '',
  kind: item.kind,
  source: item.source,
});

/** Nothing stands in it that somebody typed: it is no item yet. */
export const isBlank = (row: Row): boolean => isBlankRow(row, CELLS);

/** What the SKU says goes where nothing was typed. */
export function filledFrom(row: Row, found: FoundSku, { accounts }: Lists): Row {
  const isSame = row.skuId === found.skuId;
  // Another SKU says all of it anew; one that is only known better now fills what was empty.
  const cleared = isSame ? row : withoutProposed(row);
  const filled: Row = {
    ...cleared,
    skuId: found.skuId,
    code: found.code,
    unit: found.unit,
    kind: found.kind,
    isNotFound: false,
    found,
  };
  const said: readonly (readonly [Cell, string])[] = [
    ['description', found.name],
    ['quantity', '1'],
    ['price', found.price === null ? '' : decimalOfUnitPrice(unitPrice(found.price))],
    ['taxable', found.taxable === null ? '' : found.taxable ? TAXED.yes : TAXED.no],
    ['account', nameOf(accounts, found.glAccountId) ?? ''],
  ];
  return said.reduce((sum, [cell, text]) => proposeIn(sum, cell, text), filled);
}

const withoutProposed = (row: Row): Row => ({
  ...row,
  ...Object.fromEntries(row.proposed.map((cell) => [cell, ''])),
  proposed: [],
});

/** Nothing is thrown away: what was looked for is the description where there is none. */
export const notFound = (row: Row): Row => ({
  ...row,
  skuId: null,
  found: null,
  isNotFound: true,
  kind: row.lineId === null ? 'Other' : row.kind,
  description: row.description.trim() === '' ? row.code.trim() : row.description,
  proposed: row.proposed.filter((cell) => cell !== 'description'),
});

/** Nothing typed is one of it for nothing: the server says what its SKU costs. */
export const figuresOf = (row: Row) => ({
  quantity: row.quantity.trim() === '' ? 10_000 : readSigned(row.quantity),
  price: row.price.trim() === '' ? 0 : readSigned(row.price),
});

/** Quantity × price; null while one of them is no number, or together they are more than can be counted. */
export function amountOf(row: Row): Cents | null {
  const { quantity: count, price } = figuresOf(row);
  if (Number.isNaN(count) || Number.isNaN(price)) return null;
  try {
    return lineTotal(quantity(count), unitPrice(price));
  } catch {
    return null;
  }
}

/** "yes", "no" and what people type for it; null: neither; undefined: nothing. */
export function taxedIn(text: string): boolean | null | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '') return undefined;
  if (/^(y|yes|x|1|true|tax|taxed|taxable)$/.test(typed)) return true;
  return /^(n|no|0|-|false|exempt|not taxed)$/.test(typed) ? false : null;
}
