import { type DateEvidence, type DateOrder, guessOrder, isoOf } from '#domain/import-requests/date-order.ts';
import { isDay } from '#domain/time.ts';
import { formatDay } from '../../lib/format.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

const WORDS: Readonly<Record<DateOrder, string>> = {
  'month-first': 'The month first',
  'day-first': 'The day first',
};

/** "The month first: Wed 4 Mar 2026". */
export function orderWords(order: DateOrder, example: string): string {
  const read = isoOf(example, order)?.day;
  return read && isDay(read)
    ? `${WORDS[order]}: ${example} is ${formatDay(read, { year: true })}`
    : WORDS[order];
}

/** What the rows of the file prove. */
function proof(evidence: DateEvidence): string {
  const rows = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'cell' : 'cells'}`;
  const { monthFirst, dayFirst } = evidence;
  switch (guessOrder(evidence)) {
    case 'month-first':
      return `Guessed: in ${rows(monthFirst)} only the second number can be the day.`;
    case 'day-first':
      return `Guessed: in ${rows(dayFirst)} only the first number can be the day.`;
    default:
      return monthFirst > 0
        ? `The file has both: ${rows(monthFirst)} with the month first, ${rows(dayFirst)} with the day. What does not fit is left out and told.`
        : 'Nothing in the file says which.';
  }
}

export type DatesFieldProps = {
  evidence: DateEvidence;
  value: DateOrder | null;
  onChange: (order: DateOrder) => void;
  error?: string | undefined;
};

/** Asked once per file whose days are numbers: which of the two is the month. */
export function DatesField({ evidence, value, onChange, error }: DatesFieldProps) {
  return (
    <Field label="Days in numbers have" hint={proof(evidence)} error={error}>
      <Select
        value={value ?? ''}
        onValueChange={(order) => order !== '' && onChange(order)}
        options={[
          ...(value === null ? [{ value: '' as const, label: 'Choose' }] : []),
          ...(['month-first', 'day-first'] as const).map((order) => ({
            value: order,
            label: orderWords(order, evidence.example),
          })),
        ]}
      />
    </Field>
  );
}
