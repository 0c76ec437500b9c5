import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cents } from '#domain/money.ts';
import { customerQueries } from '../../data/customers.ts';
import { formatDay } from '../../lib/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { rowClass, Section } from '../../parts/section.tsx';
import { MoneyText } from '../../ui/money-text.tsx';

/** What is still to be paid, the oldest first. Nothing at all when there is none: most customers owe nothing. */
export function CustomerInvoices({ customerId }: { customerId: number }) {
  const { data, error, refetch } = useQuery(customerQueries.overview(customerId));
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data || data.invoices.length === 0) return null;
  return (
    <Section title="Open invoices" count={data.invoices.length}>
      {data.invoices.map(({ id, number, jobId, syncStatus, dueDate, balanceCents, currency }) => (
        <div key={id} className={rowClass}>
          <span className="w-14 shrink-0 tabular-nums">
            {jobId === null ? (
              number
            ) : (
              <Link to="/jobs/$id" params={{ id: jobId }}>
                {number}
              </Link>
            )}
          </span>
          <span className="min-w-0 flex-1 truncate text-muted">
            due {formatDay(dueDate, { year: true })} · {syncStatus.toLowerCase()}
          </span>
          <MoneyText amount={cents(balanceCents)} currency={currency} />
        </div>
      ))}
    </Section>
  );
}
