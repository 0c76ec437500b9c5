/**
 * `03/04/2026`: the third of April or the fourth of March? A file means one of the two throughout, and some of its rows
 * prove which. Where none does a person says it, once per file.
 */
export const DATE_ORDERS = ['month-first', 'day-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** `3/4/2026`, `03.04.2026`, `03-04-2026`, with or without a time behind it. */
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?=$|[ T,])/;

/** How many cells of a column are such days, which orders they allow, and one to show. */
export type DateEvidence = {
  readonly monthFirst: number;
  readonly dayFirst: number;
  /** Both orders give a day. */
  readonly either: number;
  readonly example: string;
};
export const NO_EVIDENCE: DateEvidence = { monthFirst: 0, dayFirst: 0, either: 0, example: '' };

/** What one more cell says; a cell that is no such day says nothing. */
export function withCell(evidence: DateEvidence, cell: string): DateEvidence {
  const match = NUMBERS.exec(cell.trim());
  if (!match) return evidence;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const isMonth = (number: number) => number >= 1 && number <= 12;
  const example = evidence.example || match[0];
  if (isMonth(first) && isMonth(second)) return { ...evidence, either: evidence.either + 1, example };
  if (isMonth(first)) return { ...evidence, monthFirst: evidence.monthFirst + 1, example };
  if (isMonth(second)) return { ...evidence, dayFirst: evidence.dayFirst + 1, example };
  return evidence;
}

export const hasDates = ({ monthFirst, dayFirst, either }: DateEvidence): boolean =>
  monthFirst + dayFirst + either > 0;

export const plusEvidence = (one: DateEvidence, other: DateEvidence): DateEvidence => ({
  monthFirst: one.monthFirst + other.monthFirst,
  dayFirst: one.dayFirst + other.dayFirst,
  either: one.either + other.either,
  example: one.example || other.example,
});

/** null: nothing proves one, or rows prove both; then somebody has to say it. */
export function guessOrder({ monthFirst, dayFirst }: DateEvidence): DateOrder | null {
  if (monthFirst > 0 && dayFirst === 0) return 'month-first';
  return dayFirst > 0 && monthFirst === 0 ? 'day-first' : null;
}

/** `2026-04-03` and what stands behind the day; null: no such day, or none in that order. */
export function isoOf(
  text: string,
  order: DateOrder,
): { readonly day: string; readonly rest: string } | null {
  const match = NUMBERS.exec(text);
  if (!match) return null;
  const [whole, first, , second, year] = match as unknown as [string, string, string, string, string];
  const [month, date] = order === 'month-first' ? [first, second] : [second, first];
  return {
    day: `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`,
    rest: text.slice(whole.length),
  };
}

/** Fields of any kind of import that hold a time. */
const TIME_FIELDS: ReadonlySet<string> = new Set([
  'openedOn',
  'dueOn',
  'closedOn',
  'start',
  'end',
  'windowStart',
  'windowEnd',
  'bookedOn',
]);

/** What the columns that are taken for times say together: a file is written in one order. */
export const evidenceOf = (
  columns: readonly { readonly name: string; readonly dates?: DateEvidence | null }[],
  fieldOf: Readonly<Record<string, string>>,
): DateEvidence =>
  columns
    .filter(({ name }) => Object.hasOwn(fieldOf, name) && TIME_FIELDS.has(fieldOf[name]!))
    .reduce((sum, { dates }) => (dates ? plusEvidence(sum, dates) : sum), NO_EVIDENCE);
