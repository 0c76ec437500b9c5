/** One row by itself: what it asks for, and everything about it that is missing or doubtful. Knows no other row. */

import { addressKey, fold } from '../address-key.ts';
import { LONGEST_SUMMARY } from '../job/summary.ts';
import { LONGEST_EXTERNAL_KEY } from '../lengths.ts';
import type { Instant } from '../time.ts';
import {
  type Address,
  completedAddress,
  NO_ADDRESS,
  parseAddress,
  streetParts,
  tellTooLong,
} from './address.ts';
import { cleanCell, cutTo, hasControlCharacters, pointIn } from './cell-text.ts';
import type { DateOrder } from './date-order.ts';
import type { ImportField, RowReason, RowReasonCode } from './fields.ts';
import type { FieldPositions } from './mapping.ts';
import { readTime, takeTime } from './read-time.ts';

/** What a row asks for. Blank fields are '' or null; the reasons say which of them were expected. */
export type Request = {
  readonly externalId: string;
  /** null: missing or unreadable, and the row is rejected for it. */
  readonly openedOn: Instant | null;
  readonly dueOn: Instant | null;
  readonly closedOn: Instant | null;
  readonly category: string;
  readonly summary: string;
  readonly address: Address;
  readonly addressKey: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly source: string;
};

/** Lengths of the contract: what is longer is cut and reported, except where cutting would name another thing. */
const MAX = {
  externalId: LONGEST_EXTERNAL_KEY,
  category: 120,
  summary: LONGEST_SUMMARY,
  source: 100,
} as const;
const NO_CATEGORY = 'Service request';

type Reader = {
  /** Clean, its white space as it stands: two blanks part an address. */
  cell(field: ImportField): string;
  has(field: ImportField): boolean;
  tell(code: RowReasonCode, params?: RowReason['params']): void;
};

/** The cells of one row under a mapping, in the zone its clock stood in. */
export function readRow(
  cells: readonly string[],
  at: FieldPositions,
  zone: string,
  dates?: DateOrder,
): { readonly request: Request; readonly reasons: RowReason[] } {
  const reasons: RowReason[] = [];
  const reader: Reader = {
    cell: (field) => cleanCell(cells[at[field] ?? -1] ?? ''),
    has: (field) => at[field] !== undefined,
    tell: (code, params = {}) => reasons.push({ code, params }),
  };
  const strange = Object.entries(at).filter(([, index]) => hasControlCharacters(cells[index] ?? ''));
  if (strange.length > 0) {
    reader.tell('row.control_characters', { fields: strange.map(([field]) => field).join(', ') });
  }
  const externalId = fold(reader.cell('externalId'));
  if (externalId === '') reader.tell('id.missing');
  if (externalId.length > MAX.externalId) reader.tell('id.too_long', { max: MAX.externalId });
  const times = readTimes(reader, zone, dates, reasons);
  const address = readAddress(reader);
  const category = cut(reader, 'category', fold(reader.cell('category')), MAX.category);
  if (category === '') reader.tell('category.missing');
  const text = [fold(reader.cell('summary')), fold(reader.cell('details'))].filter((one) => one !== '');
  const request = {
    externalId,
    ...times,
    category: category || NO_CATEGORY,
    summary: cut(reader, 'summary', text.join('\n'), MAX.summary) || category || NO_CATEGORY,
    address,
    addressKey: addressKey(address),
    ...readPoint(reader),
    source: cut(reader, 'source', fold(reader.cell('source')), MAX.source),
  };
  return { request, reasons };
}

function cut(reader: Reader, field: ImportField, text: string, max: number): string {
  if (text.length <= max) return text;
  reader.tell('text.cut', { field, length: text.length, max });
  return cutTo(text, max);
}

function readTimes(
  reader: Reader,
  zone: string,
  dates: DateOrder | undefined,
  reasons: RowReason[],
): Pick<Request, 'openedOn' | 'dueOn' | 'closedOn'> {
  const take = (field: 'openedOn' | 'dueOn' | 'closedOn', notBefore: Instant | null): Instant | null => {
    const name = field.slice(0, -2) as 'opened' | 'due' | 'closed';
    const read = readTime(reader.cell(field), zone, dates);
    if (read.kind === 'unreadable') {
      reader.tell(`${name}.unreadable`, { text: read.text.slice(0, 60) });
      return null;
    }
    if (read.kind === 'blank') {
      // A request without a closing time is open; that is no defect.
      if (name === 'opened' || (name === 'due' && reader.has('dueOn'))) reader.tell(`${name}.missing`);
      return null;
    }
    const taken = takeTime(field, read, notBefore);
    reasons.push(...taken.reasons);
    if (name !== 'opened' && notBefore !== null && taken.instant < notBefore) {
      reader.tell(`${name}.before_opened`, { text: read.text });
      // A due time in the past is still what was promised; a closing before the opening says nothing.
      if (name === 'closed') return null;
    }
    return taken.instant;
  };
  const openedOn = take('openedOn', null);
  return { openedOn, dueOn: take('dueOn', openedOn), closedOn: take('closedOn', openedOn) };
}

function readAddress(reader: Reader): Address {
  const columns = {
    ...NO_ADDRESS,
    ...streetParts(reader.cell('street')),
    city: fold(reader.cell('city')),
    state: fold(reader.cell('state')),
    zip: fold(reader.cell('zip')),
  };
  const address = completedAddress(parseAddress(reader.cell('address')), columns, reader.tell);
  if (address.street === '') {
    reader.tell('address.missing');
    return address;
  }
  tellTooLong(address, reader.tell);
  if (/^0+ /.test(address.street)) reader.tell('address.no_number', { street: address.street });
  if (address.city === '') reader.tell('city.missing');
  if (address.zip === '') reader.tell('zip.missing');
  return address;
}

function readPoint(reader: Reader): { latitude: number | null; longitude: number | null } {
  const texts = [reader.cell('latitude').trim(), reader.cell('longitude').trim()] as const;
  const unknown = { latitude: null, longitude: null };
  if (!reader.has('latitude') && !reader.has('longitude')) return unknown;
  if (texts[0] === '' || texts[1] === '') {
    reader.tell('point.missing');
    return unknown;
  }
  const point = pointIn(...texts);
  if (!point) {
    reader.tell('point.unreadable', { latitude: texts[0].slice(0, 30), longitude: texts[1].slice(0, 30) });
  }
  return point ?? unknown;
}
