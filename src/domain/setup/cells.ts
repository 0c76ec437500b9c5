/** A field's value as the text of a CSV cell, and back. */
import { clockOfMinute, MINUTES_OF_DAY } from '../clock-minutes.ts';
import {
  cents,
  centsFromDecimal,
  decimalOfCents,
  decimalOfUnitPrice,
  percentOfRate,
  rate,
  rateFromPercent,
  unitPrice,
  unitPriceFromDecimal,
} from '../money.ts';
import type { SetupField, SetupValue } from './fields.ts';

export const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
/** Between the names of several records; a name that holds such a mark itself stands in quotation marks. */
const BETWEEN = '; ';
const marked = (name: string) => (/[;|]|^"/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
/** A name in quotation marks, or everything up to the next mark. */
const EACH_NAME = /\s*"((?:[^"]|"")*)"\s*(?=[;|]|$)|[^;|]+/g;

export type NameOf = (kind: string, id: number) => string;
export type IdOf = (kind: string, name: string) => number | undefined;

/** Times as 08:30, days as 2026-11-21, references by name: what `readCell` reads. */
export function cellOf(field: SetupField, value: SetupValue | undefined, nameOf: NameOf): string {
  if (value === null || value === undefined) return '';
  switch (field.type) {
    case 'one':
      return nameOf(field.of, value as number);
    case 'many':
      return (value as number[]).map((id) => marked(nameOf(field.of, id))).join(BETWEEN);
    case 'clock':
      return clockOfMinute(value as number);
    case 'unitPrice':
      return decimalOfUnitPrice(unitPrice(value as number));
    case 'amount':
      return decimalOfCents(cents(value as number));
    case 'percent':
      return percentOfRate(rate(value as number));
    case 'yesNo':
      return value ? 'yes' : 'no';
    case 'weekdays':
      return (value as number[]).map((one) => WEEKDAYS[one]).join(' ');
    case 'days':
      return (value as string[]).join(' ');
    default:
      return String(value);
  }
}

export type CellError = { readonly code: 'unreadable' | 'unknown_name'; readonly text: string };
export type CellRead =
  | { readonly ok: true; readonly value: SetupValue }
  | { readonly ok: false; readonly error: CellError };

const read = (value: SetupValue): CellRead => ({ ok: true, value });
const unreadable = (text: string): CellRead => ({ ok: false, error: { code: 'unreadable', text } });
const unknown = (text: string): CellRead => ({ ok: false, error: { code: 'unknown_name', text } });

/** Reads what people and other programs write; whether the value is allowed is the contract's to say. */
export function readCell(field: SetupField, cell: string, idOf: IdOf): CellRead {
  const text = cell.trim();
  switch (field.type) {
    case 'minutes':
    case 'whole':
      return numberFrom(text, /^\d{1,9}$/);
    case 'degrees':
      return numberFrom(text, /^-?\d{1,3}(\.\d{1,12})?$/);
    case 'unitPrice':
      return numberBy(readUnitPrice, text);
    case 'amount':
      return numberBy(readAmount, text);
    case 'percent':
      return numberBy(readPercent, text);
    case 'clock':
      return clockFrom(text);
    case 'yesNo':
      return yesNoFrom(text);
    case 'choice': {
      if (text === '') return read(null);
      const choice = field.choices.find((one) => one.toLowerCase() === text.toLowerCase());
      return choice ? read(choice) : unreadable(text);
    }
    case 'one': {
      if (text === '') return read(null);
      const id = idOf(field.of, text);
      return id === undefined ? unknown(text) : read(id);
    }
    case 'many':
      return manyFrom(field.of, text, idOf);
    case 'weekdays':
      return weekdaysFrom(text);
    case 'days':
      return read(text.split(/[\s;,]+/).filter(Boolean));
    case 'day':
    case 'key':
      return read(text || null);
    default:
      return read(text);
  }
}

const numberFrom = (text: string, form: RegExp): CellRead =>
  text === '' ? read(null) : form.test(text) ? read(Number(text)) : unreadable(text);

/** Without the sign of the dollar and marks between the thousands. */
const plainMoney = (text: string): string =>
  text
    .trim()
    .replace(/^\$\s*/, '')
    .replace(/,(?=\d{3}(\D|$))/g, '');

/** `34`, `34.5`, `$1,034.50`; an amount below zero or finer than 1/10,000 is none. */
export function readUnitPrice(text: string): number | undefined {
  const plain = plainMoney(text);
  return /^\d{1,7}(\.\d{1,4})?$/.test(plain) ? unitPriceFromDecimal(plain) : undefined;
}

/** `500`, `$1,250.00` in cents; an amount below zero or with part of a cent is none. */
export function readAmount(text: string): number | undefined {
  const plain = plainMoney(text);
  return /^\d{1,10}(\.\d{1,2})?$/.test(plain) ? centsFromDecimal(plain) : undefined;
}

/** `6.25`, `6.25 %` in millionths; below zero or finer than four places is none. */
export function readPercent(text: string): number | undefined {
  const plain = text.trim().replace(/\s*%$/, '');
  return /^\d{1,3}(\.\d{1,4})?$/.test(plain) ? rateFromPercent(plain) : undefined;
}

function numberBy(of: (text: string) => number | undefined, text: string): CellRead {
  if (text === '') return read(null);
  const value = of(text);
  return value === undefined ? unreadable(text) : read(value);
}

function clockFrom(text: string): CellRead {
  if (text === '') return read(null);
  const match = /^(\d{1,2}):([0-5]\d)(?::00)?\s*([ap]m)?$/i.exec(text);
  if (!match) return unreadable(text);
  const half = match[3]?.toLowerCase();
  const hour = half ? (Number(match[1]) % 12) + (half === 'pm' ? 12 : 0) : Number(match[1]);
  const minute = hour * 60 + Number(match[2]);
  return minute <= MINUTES_OF_DAY ? read(minute) : unreadable(text);
}

function yesNoFrom(text: string): CellRead {
  if (/^(yes|y|true|1|x)$/i.test(text)) return read(true);
  if (/^(no|n|false|0|)$/i.test(text)) return read(false);
  return unreadable(text);
}

function manyFrom(kind: string, text: string, idOf: IdOf): CellRead {
  const ids: number[] = [];
  for (const [whole, inMarks] of text.matchAll(EACH_NAME)) {
    const name = (inMarks?.replaceAll('""', '"') ?? whole).trim();
    if (name === '') continue;
    const id = idOf(kind, name);
    if (id === undefined) return unknown(name);
    ids.push(id);
  }
  return read(ids);
}

function weekdaysFrom(text: string): CellRead {
  const days: number[] = [];
  for (const word of text.split(/[\s;,]+/).filter(Boolean)) {
    const day = WEEKDAYS.findIndex((one) => word.toLowerCase().startsWith(one.toLowerCase()));
    if (day < 0) return unreadable(word);
    days.push(day);
  }
  return read(days.sort((a, b) => a - b));
}
