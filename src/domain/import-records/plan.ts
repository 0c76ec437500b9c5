/** One row of a file of customers, locations or contacts, read by itself: what it says, and which records it is about. */
import { fold } from '../address-key.ts';
import type { CustomerType } from '../customer/kinds.ts';
import {
  LONGEST_CONTACT,
  LONGEST_CONTACT_MEMO,
  LONGEST_CUSTOMER_MEMO,
  LONGEST_NAME,
  LONGEST_PLACE_MEMO,
} from '../lengths.ts';
import { isZone, zoneAsWritten } from '../time.ts';
import { addressOf, type Cells, cellsOf, keyOf, listOf, pointOf, shortened, yesOrNo } from './cells.ts';
import type { RecordPositions } from './mapping.ts';
import { isRejected, type RecordReason } from './reasons.ts';
import type { RecordImportKind } from './record-kinds.ts';

export type PartKind = 'customer' | 'location' | 'contact';
/** One record a row is about; `values` are what its cells say, blank ones left out. Tags are still names. */
export type RecordPart = {
  readonly kind: PartKind;
  /** Unique per kind. Derived for what a customer's row brings along: `customer:12`, `customer:12:phone`. */
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
};
/** Another record by the key of the other program or, without one, by its exact name. */
export type Ref = { readonly key: string; readonly name: string };

export type RecordPlan = {
  readonly line: number;
  readonly key: string;
  /** What people recognise the row by. */
  readonly summary: string;
  readonly reasons: readonly RecordReason[];
  /** The first is the row's own; none when the row is rejected. */
  readonly parts: readonly RecordPart[];
  readonly tags: readonly string[];
  /** The name of the dispatch zone of its place, what `saysNoZone` for none on purpose; '' when the file says nothing. */
  readonly zone: string;
  /** Whose location or contact it is. */
  readonly customer: Ref | null;
  /** Where a contact is reached; '' for the customer as such. */
  readonly locationKey: string;
};

export const rejectedRow = (
  line: number,
  code: RecordReason['code'],
  params: RecordReason['params'] = {},
): RecordPlan => ({
  line,
  key: '',
  summary: '',
  reasons: [{ code, params }],
  parts: [],
  tags: [],
  zone: '',
  customer: null,
  locationKey: '',
});

type Read = Pick<RecordPlan, 'summary' | 'parts'> &
  Partial<Pick<RecordPlan, 'tags' | 'customer' | 'locationKey'>>;

export type RecordSettings = { readonly positions: RecordPositions; readonly columns: number };

/** Reads rows in the file's order and remembers their keys, some 100 bytes a row: a key used twice is rejected. */
export function recordPlanner(
  kind: Exclude<RecordImportKind, 'jobs'>,
  { positions, columns }: RecordSettings,
): (line: number, row: readonly string[]) => RecordPlan {
  const lineOf = new Map<string, number>();
  const read = READERS[kind];
  return (line, row) => {
    if (row.length !== columns)
      return rejectedRow(line, 'row.columns', { found: row.length, expected: columns });
    const cells = cellsOf(row, positions);
    const key = keyOf(cells, kind);
    const { summary, parts, tags = [], customer = null, locationKey = '' } = read(cells, key);
    const before = lineOf.get(key);
    if (key !== '' && before !== undefined) cells.tell('key.repeated', { line: before });
    const isOut = isRejected(cells.reasons);
    if (!isOut) lineOf.set(key, line);
    return {
      line,
      key,
      summary,
      reasons: cells.reasons,
      parts: isOut ? [] : parts,
      tags,
      zone: cells.text('zone'),
      customer,
      locationKey,
    };
  };
}

const READERS: Readonly<Record<Exclude<RecordImportKind, 'jobs'>, (cells: Cells, key: string) => Read>> = {
  customers: readCustomer,
  locations: readLocation,
  contacts: readContact,
};

/** What a file writes in the column of zones for a place that is in none, whatever its postal code. */
export const saysNoZone = (text: string): boolean => /^(none|no zone|no|-|n\/a)$/i.test(text);

const filled = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));

function readCustomer(cells: Cells, key: string): Read {
  const person = fold(`${cells.text('firstName')} ${cells.text('lastName')}`);
  const company = cells.text('company');
  const name = shortened(cells.tell, 'name', cells.text('name') || company || person, LONGEST_NAME);
  if (name === '') cells.tell('name.missing');
  const memo = [
    cells.lines('memo'),
    company !== '' && person !== '' && name !== person ? `Contact: ${person}` : '',
  ];
  const values = filled({
    name,
    type: typeOf(cells, company),
    doNotService: yesOrNo(cells, 'doNotService'),
    memo: shortened(cells.tell, 'memo', memo.filter(Boolean).join('\n'), LONGEST_CUSTOMER_MEMO),
  });
  const own = `customer:${key}`;
  const place = locationValues(cells);
  return {
    summary: name,
    tags: listOf(cells.text('tags')),
    parts: [
      { kind: 'customer', key, values },
      ...(place ? [{ kind: 'location' as const, key: own, values: place }] : []),
      ...contactParts(cells, own, {}),
    ],
  };
}

/** What the column says, else a company is commercial; null: nothing says it. */
function typeOf(cells: Cells, company: string): CustomerType | null {
  const text = cells.text('customerType');
  if (/^(res|home|house|private|individual|person)/i.test(text)) return 'Residential';
  if (/^(com|bus|org|company|corp|ind)/i.test(text)) return 'Commercial';
  if (text !== '') cells.tell('value.unreadable', { field: 'customerType', text: text.slice(0, 60) });
  return company !== '' ? 'Commercial' : null;
}

function locationValues(cells: Cells): Record<string, unknown> | null {
  const address = addressOf(cells);
  if (!address) return null;
  const { isIntersection: _, ...parts } = address;
  return filled({ ...parts, ...pointOf(cells) });
}

function readLocation(cells: Cells, key: string): Read {
  const place = locationValues(cells);
  if (!place) cells.tell('address.missing');
  const values = filled({
    name: cells.cut('name', LONGEST_NAME),
    ...place,
    timeZone: zoneOf(cells),
    memo: shortened(cells.tell, 'memo', cells.lines('memo'), LONGEST_PLACE_MEMO),
  });
  return {
    summary: [place?.street, place?.unit, place?.city].filter(Boolean).join(', '),
    parts: [{ kind: 'location', key, values }],
    customer: customerRef(cells),
  };
}

function zoneOf(cells: Cells): string | null {
  const text = cells.text('timeZone');
  if (text === '') return text;
  if (isZone(text)) return zoneAsWritten(text);
  cells.tell('value.unreadable', { field: 'timeZone', text: text.slice(0, 60) });
  return null;
}

function readContact(cells: Cells, key: string): Read {
  const about = fold([cells.text('name'), cells.text('memo')].filter(Boolean).join(', '));
  const more = filled({
    memo: shortened(cells.tell, 'memo', about, LONGEST_CONTACT_MEMO),
    mayMessage: yesOrNo(cells, 'mayMessage'),
  });
  const parts = contactParts(cells, key, more);
  if (parts.length === 0) cells.tell('contact.missing');
  return {
    summary: [cells.text('name'), ...parts.map(({ values }) => String(values.value))]
      .filter(Boolean)
      .join(', '),
    parts,
    customer: customerRef(cells),
    locationKey: cells.text('locationKey'),
  };
}

const customerRef = (cells: Cells): Ref => ({
  key: cells.text('customerKey'),
  name: cells.text('customerName'),
});

const PHONE = /\d.*\d.*\d.*\d.*\d.*\d.*\d/;
const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;
const WAYS = [
  ['phone', 'Phone', PHONE],
  ['mobile', 'Mobile', PHONE],
  ['email', 'Email', EMAIL],
] as const;

/** Each way to reach somebody is a record of its own; what is none is told and left out. */
function contactParts(cells: Cells, key: string, more: Readonly<Record<string, unknown>>): RecordPart[] {
  return WAYS.flatMap(([field, kind, looks]): RecordPart[] => {
    const value = cells.cut(field, LONGEST_CONTACT);
    if (value === '') return [];
    if (looks.test(value))
      return [{ kind: 'contact', key: `${key}:${field}`, values: { kind, value, ...more } }];
    cells.tell(field === 'email' ? 'email.unreadable' : 'phone.unreadable', { text: value.slice(0, 60) });
    return [];
  });
}
