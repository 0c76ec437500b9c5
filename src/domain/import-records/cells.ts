/** The cells of one row under a mapping, cleaned, with what there is to tell about them. */
import { fold } from '../address-key.ts';
import {
  type Address,
  completedAddress,
  NO_ADDRESS,
  parseAddress,
  streetParts,
  tellTooLong,
} from '../import-requests/address.ts';
import { cleanCell, cutTo, hasControlCharacters, pointIn } from '../import-requests/cell-text.ts';
import { LONGEST_EXTERNAL_KEY } from '../lengths.ts';
import { KNOWN_BY, type RecordField } from './kinds.ts';
import type { RecordPositions } from './mapping.ts';
import type { RecordReason } from './reasons.ts';
import type { RecordImportKind } from './record-kinds.ts';

export type Cells = {
  readonly reasons: RecordReason[];
  /** Without control characters and marks of direction, white space folded; '' when blank or not mapped. */
  text(field: RecordField): string;
  /** The same with its line breaks. */
  lines(field: RecordField): string;
  has(field: RecordField): boolean;
  tell(code: RecordReason['code'], params?: RecordReason['params']): void;
  /** `text`, cut to a length and told when it had to be. */
  cut(field: RecordField, max: number): string;
};

export function cellsOf(cells: readonly string[], at: RecordPositions): Cells {
  const reasons: RecordReason[] = [];
  const raw = (field: RecordField) => cells[at[field] ?? -1] ?? '';
  const strange = Object.entries(at).filter(([, index]) => hasControlCharacters(cells[index] ?? ''));
  const tell: Cells['tell'] = (code, params = {}) => void reasons.push({ code, params });
  if (strange.length > 0)
    tell('row.control_characters', { fields: strange.map(([field]) => field).join(', ') });
  const clean = (field: RecordField) => cleanCell(raw(field));
  const text = (field: RecordField) => fold(clean(field));
  return {
    reasons,
    tell,
    text,
    has: (field) => at[field] !== undefined,
    lines: (field) =>
      clean(field)
        .split(/\r\n?|\n/)
        .map(fold)
        .join('\n')
        .trim(),
    cut: (field, max) => shortened(tell, field, text(field), max),
  };
}

/** `cutTo`, told when it had to be. */
export function shortened(tell: Cells['tell'], field: string, text: string, max: number): string {
  if (text.length <= max) return text;
  tell('text.cut', { field, length: text.length, max });
  return cutTo(text, max);
}

/**
 * The foreign program's key of the row; in a file without such a column, what the row is known by (`KNOWN_BY`). '' with
 * its reason when there is none.
 */
export function keyOf(cells: Cells, kind: RecordImportKind): string {
  const key = cells.has('externalKey') ? cells.text('externalKey') : derivedKey(cells, kind);
  if (key === '') cells.tell('key.missing');
  if (key.length > LONGEST_EXTERNAL_KEY) cells.tell('key.too_long', { max: LONGEST_EXTERNAL_KEY });
  return key;
}

function derivedKey(cells: Cells, kind: RecordImportKind): string {
  const said = KNOWN_BY[kind].map((fields) => fields.map((field) => cells.text(field)).find(Boolean) ?? '');
  return cutTo(said.filter(Boolean).join(', ').toLowerCase(), LONGEST_EXTERNAL_KEY);
}

/** null: no street is said. */
export function addressOf(cells: Cells): Address | null {
  const whole = cells.has('address')
    ? parseAddress(cells.lines('address').replaceAll('\n', ', '))
    : NO_ADDRESS;
  const columns = {
    ...NO_ADDRESS,
    ...streetParts(cells.text('street')),
    city: cells.text('city'),
    state: cells.text('state'),
    zip: cells.text('zip'),
  };
  const completed = completedAddress(whole, columns, cells.tell);
  if (completed.street === '') return null;
  const address = { ...completed, unit: cells.text('unit') || completed.unit };
  tellTooLong(address, cells.tell);
  return address;
}

/** Both or none; what cannot be a place on earth is told and left out. */
export function pointOf(cells: Cells): { latitude: number; longitude: number } | null {
  const texts = [cells.text('latitude'), cells.text('longitude')] as const;
  if (texts[0] === '' && texts[1] === '') return null;
  const point = pointIn(...texts);
  // Null island is what an empty pair of numbers becomes in many programs.
  if (point && (point.latitude !== 0 || point.longitude !== 0)) return point;
  cells.tell('point.unreadable', { latitude: texts[0].slice(0, 30), longitude: texts[1].slice(0, 30) });
  return null;
}

const YES = /^(y|yes|true|1|x|on|allowed|opted? in)$/i;
const NO = /^(n|no|false|0|off|opted? out)$/i;

/** null: blank, or something that is neither, which is told. */
export function yesOrNo(cells: Cells, field: RecordField): boolean | null {
  const text = cells.text(field);
  if (text === '') return null;
  if (YES.test(text)) return true;
  if (NO.test(text)) return false;
  cells.tell('value.unreadable', { field, text: text.slice(0, 60) });
  return null;
}

/** `HVAC; VIP, Net 30` → each once. */
export const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[;,|]/)
      .map(fold)
      .filter((one) => one !== ''),
  ),
];
