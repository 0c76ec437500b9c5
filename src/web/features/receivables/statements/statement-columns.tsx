import type { StatementSummary } from '#contract/statement.ts';
import type { StatementKind } from '#domain/receivables/statement.ts';
import type { Day } from '#domain/time.ts';
import { statementPaperUrl } from '../../../data/statements.ts';
import { currencyColumn, dayColumn, moneyColumn } from '../../../parts/document-columns.tsx';
import { customerColumn, wordsColumn } from '../../../parts/list-columns.tsx';
import type { DataColumn } from '../../../ui/data-column.ts';

export const STATEMENT_KIND_WORDS: Readonly<Record<StatementKind, string>> = {
  OpenItem: 'Open items',
  BalanceForward: 'Balance forward',
};

export const statementColumns = (today: Day): DataColumn<StatementSummary>[] => [
  {
    id: 'number',
    title: 'Number',
    width: 90,
    fixed: true,
    cell: ({ id, number }) => (
      <a href={statementPaperUrl(id)} download className="font-medium text-text tabular-nums" tabIndex={-1}>
        {number}
      </a>
    ),
    sortBy: ({ number }) => number,
    text: ({ number }) => String(number),
  },
  customerColumn<StatementSummary>(),
  wordsColumn({ id: 'kind', title: 'Kind', width: 130 }, ({ kind }) => STATEMENT_KIND_WORDS[kind]),
  dayColumn({ id: 'from', title: 'From' }, today, ({ from }) => from),
  dayColumn({ id: 'asOf', title: 'As of' }, today, ({ asOf }) => asOf),
  moneyColumn({ id: 'closing', title: 'Balance' }, ({ closingCents }) => closingCents),
  currencyColumn(),
  wordsColumn({ id: 'made', title: 'Made by', width: 130 }, ({ made }) => made.byName),
  wordsColumn({ id: 'sent', title: 'Sent by', width: 130 }, ({ sent }) => sent?.byName ?? ''),
];
