import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { InvoiceSummary } from '#contract/invoice.ts';
import { cents, sumCents } from '#domain/money.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { invoiceQueries } from '../../data/invoices.ts';
import { setupQueries } from '../../data/setup.ts';
import { formatMoney } from '../../lib/format.ts';
import type { RawSearch } from '../../lib/search-params.ts';
import { mayCall } from '../../lib/session.ts';
import { AddButton, ListPage } from '../../parts/list-page.tsx';
import { isFiltered } from '../../parts/list-search.ts';
import { useHomeDay } from '../../parts/use-home-day.ts';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { HIDDEN_AT_FIRST, invoiceColumns } from './invoice-columns.tsx';
import { InvoicesBulk, ReviewMany } from './invoices-bulk.tsx';
import { filtersOf, type InvoicesSearch, searchIn } from './invoices-search.ts';
import { InvoicesToolbar } from './invoices-toolbar.tsx';

/** Invoices of every kind: by words, kind, review, books, customer, day and what is owed; newest first. */
export function InvoicesPage({ address: typed }: { address: RawSearch }) {
  const search = searchIn(typed);
  const navigate = useNavigate();
  const user = useCurrentUser();
  const [asked, setAsked] = useState<readonly InvoiceSummary[] | null>(null);
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const list = useInfiniteQuery(invoiceQueries.list(filtersOf(search)));
  const today = useHomeDay();
  const columns = useMemo(() => invoiceColumns(setup, today), [setup, today]);
  const address = useListAddress<InvoicesSearch>(
    'invoices',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/invoices', search: next, replace: true }),
  );
  return (
    <>
      <ListPage
        title="Invoices"
        one="invoice"
        list={list}
        fileName="invoices.csv"
        columns={columns}
        address={address}
        isFiltered={isFiltered(search)}
        totals={sumsOf}
        bulkActions={
          // Who only reads selects nothing: there is nothing to do with it.
          mayCall(user, 'invoices.review')
            ? (selected) => <InvoicesBulk selected={selected} onAsk={setAsked} />
            : undefined
        }
        onOpen={({ id }) => void navigate({ to: '/invoices/$id', params: { id } })}
        filters={<InvoicesToolbar search={search} setup={setup} today={today} onSearch={address.change} />}
        add={
          mayCall(user, 'invoices.create') && (
            <AddButton label="New invoice" onPress={() => void navigate({ to: '/invoices/new' })} />
          )
        }
        nothing="No invoice has been written yet. Each job has one from the moment it is booked."
      />
      {/* Beside the list: the bar of the selection goes when the step takes its last invoice out of the list. */}
      {asked && (
        <ReviewMany
          invoices={asked}
          newest={list.data?.pages.flatMap(({ items }) => items) ?? []}
          onClose={(isDone) => {
            setAsked(null);
            if (isDone) address.unselect();
          }}
        />
      )}
    </>
  );
}

/** "$1,284.10 in total, $400.00 owed", each currency by itself. */
export function sumsOf(rows: readonly InvoiceSummary[]): string {
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  const sums = currencies.map((one) => {
    const own = rows.filter(({ currency }) => currency === one);
    const sum = (of: (row: InvoiceSummary) => number) =>
      formatMoney(sumCents(own.map((row) => cents(of(row)))), one);
    return `${sum(({ totalCents }) => totalCents)} in total, ${sum(({ balanceCents }) => balanceCents)} open`;
  });
  return sums.join(' + ');
}
