import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import type { Ageing } from '#contract/receivable.ts';
import { cents } from '#domain/money.ts';
import { OPEN_PARTS, type OpenPart } from '#domain/receivables/ageing.ts';
import { formatMoney } from '../../lib/format.ts';
import type { ReceivablesSearch } from './receivables-search.ts';

const WORDS: Readonly<Record<OpenPart, string>> = {
  noTerm: 'without a payment term',
  notPosted: 'not posted yet',
};

export type OpenPartsProps = { totals: Ageing['totals']; search: ReceivablesSearch };

/** What one would ask about before one trusts the sums: how many, how much, each the way to them. Nothing of it is left out of the sums. */
export function OpenParts({ totals, search }: OpenPartsProps) {
  const parts = OPEN_PARTS.flatMap((part) =>
    totals
      .filter((one) => one[part].count > 0)
      .map((one) => ({ part, currency: one.currency, ...one[part] })),
  );
  if (parts.length === 0) return null;
  return (
    <nav
      aria-label="Parts of what is open"
      className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line bg-surface px-3 py-1.5"
    >
      {parts.map(({ part, currency, count, cents: amount }) => (
        <Link
          key={`${part} ${currency}`}
          to="/receivables"
          replace
          search={{ ...search, only: search.only === part ? undefined : part, of: undefined }}
          aria-current={search.only === part ? 'true' : undefined}
          className={clsx('tabular-nums', search.only === part && 'font-semibold')}
        >
          {`${count.toLocaleString('en-US')} ${WORDS[part]}, ${formatMoney(cents(amount), currency)}`}
        </Link>
      ))}
    </nav>
  );
}
