/** The customer's statement as PDF. */

import { formatCents } from '#domain/money.ts';
import { AGE_BUCKETS } from '#domain/receivables/ageing.ts';
import type { PrintedStatement, StatementLine } from '#domain/receivables/printed-statement.ts';
import { addDays } from '#domain/time.ts';
import { writtenDay } from '#domain/written-day.ts';
import type { Amount, PaperColumn } from './paper.ts';
import { paperPdf } from './paper-pdf.ts';
import { addressLines } from './paper-words.ts';
import type { PaperSize } from './typesetting/pen.ts';

const day = (on: StatementLine['dueDate']): string => (on === null ? '' : writtenDay(on, true));

const columnsOf = ({ kind }: PrintedStatement): PaperColumn<StatementLine>[] => [
  { title: 'Date', kind: 'text', widest: 84, text: ({ on }) => day(on) },
  { title: 'Document', kind: 'wide', text: ({ title }) => title },
  { title: 'Due', kind: 'text', widest: 84, text: ({ dueDate }) => day(dueDate) },
  { title: 'Amount', kind: 'figure', text: ({ amountCents }) => formatCents(amountCents) },
  {
    title: kind === 'OpenItem' ? 'Open' : 'Balance',
    kind: 'figure',
    text: ({ balanceCents }) => formatCents(balanceCents),
  },
];

function amountsOf(statement: PrintedStatement): Amount[] {
  const { buckets, unappliedCents, closingCents, currency } = statement;
  return [
    ...AGE_BUCKETS.map((label, at) => ({ label, cents: buckets[at]!, strong: false })),
    { label: 'Unapplied', cents: unappliedCents, strong: false },
  ]
    .filter(({ cents }) => cents !== 0)
    .concat([{ label: `Balance ${currency}`, cents: closingCents, strong: true }]);
}

export function statementPdf(statement: PrintedStatement, size: PaperSize = 'LETTER'): Promise<Uint8Array> {
  const { company, billTo, number, kind, from, asOf, openingCents, currency } = statement;
  const opening =
    from === null
      ? []
      : [
          {
            on: from,
            title: `Balance of ${writtenDay(addDays(from, -1), true)}`,
            dueDate: null,
            amountCents: openingCents,
            balanceCents: openingCents,
          },
        ];
  return paperPdf(
    {
      title: `Statement ${number}`,
      company,
      on: asOf,
      blocks: [{ title: 'Bill to', lines: [billTo.name, ...addressLines(billTo, company)].filter(Boolean) }],
      facts: [
        { label: 'As of', value: writtenDay(asOf, true) },
        { label: 'From', value: day(from) },
        { label: 'Kind', value: kind === 'OpenItem' ? 'Open items' : 'Balance forward' },
        { label: 'Currency', value: currency },
      ].filter(({ value }) => value !== ''),
      columns: columnsOf(statement),
      lines: [...opening, ...statement.lines],
      noLines: 'Nothing is open',
      amounts: amountsOf(statement),
      notes: [
        {
          title: 'Payment',
          text: statement.closingCents > 0 ? `Please name statement ${number} when you pay.` : '',
        },
      ],
    },
    size,
  );
}
