/**
 * What is handed to the bookkeeping of another house: a line per document, a line per account, or what QuickBooks reads.
 * Made of nothing but what the batch keeps of itself, so that the same file comes again byte for byte.
 */
import { csvText } from '../csv-text.ts';
import { addCents, type Cents, cents, decimalOfCents, negateCents } from '../money.ts';
import type { Day } from '../time.ts';
import { debitOf, type JournalLine } from './journal.ts';
import type { EntryKind } from './posting.ts';

export const FILE_FORMATS = ['csv', 'iif', 'journal'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** An account as it was called when the entry was posted. */
export type FiledLine = JournalLine & { readonly account: string; readonly name: string };
export type FiledEntry = {
  readonly position: number;
  readonly kind: EntryKind;
  /** "Invoice 1042", "Payment 1007 for invoice 1042". */
  readonly label: string;
  readonly on: Day;
  readonly currency: string;
  readonly unitName: string;
  readonly customerName: string;
  readonly lines: readonly FiledLine[];
};

const DOCUMENTS = [
  'Entry',
  'Date',
  'Kind',
  'Document',
  'Customer',
  'Business unit',
  'Currency',
  'Debit',
  'Credit',
];
const LINES = [...DOCUMENTS.slice(0, 7), 'Account', 'Account name', 'Debit', 'Credit'];

const headOf = (entry: FiledEntry): string[] => [
  String(entry.position),
  entry.on,
  entry.kind,
  entry.label,
  entry.customerName,
  entry.unitName,
  entry.currency,
];
const sidesOf = (amount: Cents): string[] =>
  amount < 0 ? ['', decimalOfCents(negateCents(amount))] : [decimalOfCents(amount), ''];

/** A line per document; debit and credit of each are the same. */
const documentsFile = (entries: readonly FiledEntry[]): string =>
  csvText([
    DOCUMENTS,
    ...entries.map((entry) => {
      const amount = decimalOfCents(debitOf(entry.lines));
      return [...headOf(entry), amount, amount];
    }),
  ]);

/** A line per account. An account's number is a name: with a sign in front of it, it is no number. */
const journalFile = (entries: readonly FiledEntry[]): string =>
  csvText([
    LINES,
    ...entries.flatMap((entry) =>
      entry.lines.map((line) => [...headOf(entry), line.account, line.name, ...sidesOf(line.cents)]),
    ),
  ]);

/** QuickBooks' own: tabs between, one entry from TRNS to ENDTRNS, whose amounts come to nothing. */
function iifFile(entries: readonly FiledEntry[]): string {
  const columns = ['TRNSTYPE', 'DATE', 'ACCNT', 'NAME', 'CLASS', 'AMOUNT', 'DOCNUM', 'MEMO'];
  const rows = entries.flatMap((entry) => {
    const line = ({ account, name, cents: amount }: FiledLine, at: number) => [
      at === 0 ? 'TRNS' : 'SPL',
      'GENERAL JOURNAL',
      usDate(entry.on),
      `${account} ${name}`.trim(),
      entry.customerName,
      entry.unitName,
      decimalOfCents(amount),
      String(entry.position),
      entry.label,
    ];
    // Within one account nothing moves, and QuickBooks takes no entry without lines.
    return entry.lines.length === 0 ? [] : [...entry.lines.map(line), ['ENDTRNS']];
  });
  const all = [['!TRNS', ...columns], ['!SPL', ...columns], ['!ENDTRNS'], ...rows];
  return `${all.map((row) => row.map(iifCell).join('\t')).join('\r\n')}\r\n`;
}
/** A tab or a line's end begins another cell there, and nothing takes a quote away again. */
const iifCell = (text: string): string => text.replace(/[\s"]+/g, ' ').trim();
const usDate = (on: Day): string => `${on.slice(5, 7)}/${on.slice(8, 10)}/${on.slice(0, 4)}`;

const FILES: Readonly<
  Record<FileFormat, { make: (entries: readonly FiledEntry[]) => string; end: string; mediaType: string }>
> = {
  csv: { make: documentsFile, end: 'documents.csv', mediaType: 'text/csv' },
  iif: { make: iifFile, end: 'quickbooks.iif', mediaType: 'text/plain' },
  journal: { make: journalFile, end: 'journal.csv', mediaType: 'text/csv' },
};

export const postingFile = (number: number, format: FileFormat, entries: readonly FiledEntry[]) => {
  const { make, end, mediaType } = FILES[format];
  return { name: `batch-${number}-${end}`, mediaType, content: make(entries) };
};

/** What a batch moved, by account. */
export function accountSums(entries: readonly FiledEntry[]) {
  const sums = new Map<string, FiledLine & { currency: string }>();
  for (const { currency, lines } of entries) {
    for (const line of lines) {
      const key = `${line.account} ${line.name} ${currency}`;
      const known = sums.get(key) ?? { ...line, currency, cents: cents(0) };
      sums.set(key, { ...known, cents: addCents(known.cents, line.cents) });
    }
  }
  return [...sums.values()].sort((a, b) => (a.account < b.account ? -1 : a.account > b.account ? 1 : 0));
}
