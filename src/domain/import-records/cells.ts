/** The cells of one row under a mapping, cleaned, with what there is to tell about them. */
import { fold } from '../address-key.ts';
import { withoutDirectionMarks } from '../direction-marks.ts';
import { type Address, NO_ADDRESS, parseAddress, streetParts } from '../import-requests/address.ts';
import type { RecordField } from './kinds.ts';
import type { RecordPositions } from './mapping.ts';
import type { RecordReason } from './reasons.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

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
  const strange = Object.entries(at).filter(([, index]) => (cells[index] ?? '').search(CONTROL) >= 0);
  const tell: Cells['tell'] = (code, params = {}) => void reasons.push({ code, params });
  if (strange.length > 0)
    tell('row.control_characters', { fields: strange.map(([field]) => field).join(', ') });
  const clean = (field: RecordField) => withoutDirectionMarks(raw(field).replace(CONTROL, ' '));
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

/** Never through the middle of a character outside the basic plane. */
export function shortened(tell: Cells['tell'], field: string, text: string, max: number): string {
  if (text.length <= max) return text;
  tell('text.cut', { field, length: text.length, max });
  return text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}

const MAX_KEY = 100;

/** The foreign program's key of the row, '' with its reason when there is none. */
export function keyOf(cells: Cells, field: RecordField = 'externalKey'): string {
  const key = cells.text(field);
  if (key === '' && field === 'externalKey') cells.tell('key.missing');
  if (key.length > MAX_KEY) cells.tell('key.too_long', { max: MAX_KEY });
  return key;
}

const MAX_ADDRESS = { street: 128, unit: 40, city: 60, state: 25, zip: 10 } as const;

/** The whole address, completed by the columns of its parts; where both say something different it is told. */
export function addressOf(cells: Cells): Address | null {
  const whole = cells.has('address')
    ? parseAddress(cells.lines('address').replaceAll('\n', ', '))
    : NO_ADDRESS;
  const unit = cells.text('unit');
  const parts = { ...NO_ADDRESS, ...streetParts(cells.text('street')) };
  const column = { city: cells.text('city'), state: cells.text('state'), zip: cells.text('zip') };
  for (const field of ['city', 'state', 'zip'] as const) {
    const [one, other] = [whole[field], column[field]];
    if (one !== '' && other !== '' && one.toLowerCase() !== other.toLowerCase())
      cells.tell('address.disagrees', { field, address: one, column: other.slice(0, 60) });
  }
  const place = whole.street === '' ? parts : whole;
  const address: Address = {
    street: place.street,
    unit: unit || place.unit,
    isIntersection: place.isIntersection,
    city: whole.city || column.city,
    state: whole.state || column.state,
    zip: whole.zip || column.zip,
  };
  if (address.street === '') return null;
  for (const [field, max] of Object.entries(MAX_ADDRESS)) {
    if (address[field as keyof typeof MAX_ADDRESS].length > max)
      cells.tell('address.too_long', { field, max });
  }
  return address;
}

/** Both or none; what cannot be a place on earth is told and left out. */
export function pointOf(cells: Cells): { latitude: number; longitude: number } | null {
  const texts = [cells.text('latitude'), cells.text('longitude')] as const;
  if (texts[0] === '' && texts[1] === '') return null;
  const [latitude, longitude] = texts.map((text) =>
    /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN,
  );
  if (Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180 && (latitude !== 0 || longitude !== 0))
    return { latitude: latitude!, longitude: longitude! };
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
