/**
 * What customers owe and are owed when an office moves in, as a CSV: a row for each open invoice, credit and deposit of the
 * former system, by its number there. Amounts stand as they were left open: tax is in them and was booked before.
 */
import { z } from 'zod';
import { MOST_TOTAL } from '#domain/invoices/amounts.ts';
import { LONGEST_EXTERNAL_KEY, LONGEST_STEP_MEMO } from '#domain/lengths.ts';
import { centsFromDecimal } from '#domain/money.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { fieldIssues } from './field-issues.ts';
import { MOST_IMPORTED } from './import-limits.ts';
import {
  type ImportColumn,
  type ImportList,
  type KnownRecord,
  listCsv,
  type RowIssue,
} from './list-import.ts';
import { day, requiredText, text as textOf } from './scalars.ts';
import { columnOf } from './setup-import.ts';

export const OPENING_KINDS = ['Invoice', 'Credit', 'Deposit'] as const;
export type OpeningKind = (typeof OPENING_KINDS)[number];

const text = (name: string, title: string, max: number) => columnOf({ name, title, type: 'text', max });
const one = (name: string, title: string, of: string): ImportColumn => ({
  ...columnOf({ name, title, type: 'one', of }),
  emptyKeeps: true,
});
const dayOf = (name: string, title: string): ImportColumn => ({
  ...columnOf({ name, title, type: 'day' }),
  emptyKeeps: true,
});

/** "1,034.50", "$12", "-12.00", "(12.00)" of a credit; NaN: none, which the schema refuses. */
function centsOfCell(cell: string): number {
  const written = cell.trim().replace(/,(?=\d{3}(\D|$))/g, '');
  const [, open, minus, amount, close] = /^(\()?(-)?\$?\s*(\d{1,10}(?:\.\d{1,2})?)(\))?$/.exec(written) ?? [];
  if (amount === undefined || (open === undefined) !== (close === undefined)) return Number.NaN;
  const whole = centsFromDecimal(amount);
  return open || minus ? -whole : whole;
}

const SHAPE = {
  kind: z.enum(OPENING_KINDS),
  number: requiredText(LONGEST_EXTERNAL_KEY),
  customerId: z.int(),
  businessUnitId: z.int(),
  date: day,
  dueDate: day.nullable(),
  amountCents: z.int().min(-MOST_TOTAL).max(MOST_TOTAL),
  memo: textOf(LONGEST_STEP_MEMO),
};

const BLANK: SetupValues = {
  ...{ kind: null, number: '', customerId: null, businessUnitId: null, date: null, dueDate: null },
  ...{ amountCents: null, glAccountId: null, paymentTypeId: null, memo: '' },
};

/** Invoices and credits have numbers of one kind, payments of another. */
export const openingKey = ({ kind, number }: SetupValues): string =>
  `${kind === 'Deposit' ? 'payment' : 'invoice'} ${String(number ?? '')}`;

/** @param businessUnitId the only unit there is, for a file that does not say */
export const openingImportList = (businessUnitId: number | null): ImportList => ({
  columns: [
    columnOf({ name: 'kind', title: 'Kind', type: 'choice', choices: OPENING_KINDS }),
    text('number', 'Number', LONGEST_EXTERNAL_KEY),
    one('customerId', 'Customer', 'customer'),
    one('businessUnitId', 'Business unit', 'businessUnit'),
    dayOf('date', 'Date'),
    dayOf('dueDate', 'Due'),
    {
      name: 'amountCents',
      title: 'Amount',
      emptyKeeps: true,
      read: (cell) => ({ ok: true, value: centsOfCell(cell) }),
      write: () => '',
    },
    one('glAccountId', 'GL account', 'glAccount'),
    one('paymentTypeId', 'Payment type', 'paymentType'),
    text('memo', 'Memo', LONGEST_STEP_MEMO),
  ],
  naming: ['kind', 'number'],
  needs: ['kind', 'number', 'customerId', 'date', 'amountCents'],
  mostRows: MOST_IMPORTED.rows,
  isStrict: true,
  // What is here already stays as it is, whatever the file says of it.
  whole: (known, given) => known?.values ?? { ...BLANK, businessUnitId, ...given },
  check: checkOf,
  // Of the rows; what is here already is found, not refused.
  keysOf: () => [],
  rowKeysOf: (values, known) => (values.number && !known ? [openingKey(values)] : []),
  finder(records) {
    const byKey = new Map(records.map((known) => [openingKey(known.values), known]));
    return (given) => byKey.get(openingKey(given));
  },
});

function checkOf(whole: SetupValues, known: KnownRecord | undefined) {
  if (known) return { values: whole, issues: [] };
  const { values, issues } = fieldIssues(SHAPE, whole, undefined);
  const more: RowIssue[] = [];
  const wrong = (field: string, message: string) =>
    more.push({ field, code: 'custom', message, isRelation: true });
  const { kind, amountCents, date, dueDate, paymentTypeId } = values;
  if (amountCents === 0) wrong('amountCents', 'is nothing: nothing is open');
  if (kind === 'Invoice' && Number(amountCents) < 0) wrong('amountCents', 'is below zero: that is a credit');
  if (kind === 'Deposit' && paymentTypeId === null)
    wrong('paymentTypeId', 'is missing: a deposit was paid somehow');
  if (date && dueDate && dueDate < date) wrong('dueDate', 'comes before the date');
  return { values, issues: [...issues, ...more] };
}

/** The heads, and a row of each kind to write over. */
export const openingTemplate = (): string => {
  const heads = listCsv(openingImportList(null), [], () => '');
  return [
    heads.trimEnd(),
    'Invoice,1042,Maria Lopez,,2026-10-02,2026-11-01,240.00,4000,,',
    'Credit,C-17,Maria Lopez,,2026-10-05,,-25.00,4000,,Goodwill',
    'Deposit,8815,Harbor Hotel,,2026-10-20,,1500.00,,Check,For the new boiler',
    '',
  ].join('\r\n');
};
