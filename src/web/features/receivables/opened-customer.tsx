import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { AgeingRow } from '#contract/receivable.ts';
import { cents, sumCents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { customerQueries } from '../../data/customers.ts';
import { type AgeingFilters, receivableQueries } from '../../data/receivables.ts';
import { setupQueries } from '../../data/setup.ts';
import { formatMoney } from '../../lib/format.ts';
import { OpenedBelow } from '../../parts/opened-below.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveTextFile } from '../../parts/text-file.ts';
import { csvOf } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { openColumns } from './open-columns.tsx';

export type OpenedCustomerProps = {
  opened: { readonly customerId: number; readonly currency: string };
  /** What the list says of it; nothing is open when undefined. */
  row: AgeingRow | undefined;
  filters: AgeingFilters;
  day: Day;
  onClose: () => void;
};

/** Below the list: what one customer has open in one currency, oldest first. */
export function OpenedCustomer({ opened, row, filters, day, onClose }: OpenedCustomerProps) {
  const { customerId, currency } = opened;
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const documents = useQuery(receivableQueries.open(customerId, filters));
  // Whoever the address names, also when nothing is open.
  const customer = useQuery({ ...customerQueries.detail(customerId), enabled: row === undefined });
  const name = row?.name ?? customer.data?.name ?? '';
  const rows = useMemo(
    () => (documents.data?.items ?? []).filter((one) => one.currency === currency),
    [documents.data, currency],
  );
  const columns = useMemo(() => openColumns(setup, day), [setup, day]);
  const money = (amount: number) => formatMoney(cents(amount), currency);
  const late = sumCents((row?.buckets ?? []).slice(1).map(cents));
  const error = documents.error ?? customer.error;
  return (
    <OpenedBelow
      label={`Receivables of ${name}`}
      list="Receivables"
      title={
        <Link to="/customers/$id" params={{ id: customerId }} className="text-text">
          <bdi>{name}</bdi>
        </Link>
      }
      facts={
        row && (
          <>
            <span>
              <b className="font-semibold text-text">{money(row.totalCents)}</b> open
            </span>
            {late > 0 && <span className="text-danger">{money(late)} past its day</span>}
            {row.unappliedCents < 0 && <span>unapplied {money(row.unappliedCents)}</span>}
          </>
        )
      }
      onClose={onClose}
    >
      {error && (
        <div className="p-3">
          <ProblemNote error={error} onRetry={() => void documents.refetch()} />
        </div>
      )}
      <div className="min-h-0 flex-1">
        <DataTable
          label={`Open documents of ${name}`}
          columns={columns}
          rows={rows}
          rowKey={({ kind, id }) => `${kind}-${id}`}
          hasMore={documents.data?.hasMore}
          loading={documents.isPending}
          onExport={(listed, shown) => saveTextFile(`open-${customerId}-${day}.csv`, csvOf(shown, listed))}
          empty={documents.isSuccess && <EmptyState text="Nothing is open here as of this day." />}
        />
      </div>
    </OpenedBelow>
  );
}
