import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { BillSummary } from '#contract/bill.ts';
import { cents, sumCents } from '#domain/money.ts';
import { billQueries } from '../../data/bills.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { setupQueries } from '../../data/setup.ts';
import { formatMoney } from '../../lib/format.ts';
import type { RawSearch } from '../../lib/search-params.ts';
import { mayCall } from '../../lib/session.ts';
import { AddButton, ImportButton, ListPage } from '../../parts/list-page.tsx';
import { isFiltered } from '../../parts/list-search.ts';
import { useHomeDay } from '../../parts/use-home-day.ts';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { billColumns, HIDDEN_AT_FIRST } from './bill-columns.tsx';
import { type Asked, BillsBulk, StepOnMany } from './bills-bulk.tsx';
import { BillsImport } from './bills-import.tsx';
import { type BillsSearch, filtersOf, searchIn } from './bills-search.ts';
import { BillsToolbar } from './bills-toolbar.tsx';

/** All that vendors ask for: by words, status, books, vendor and due day; newest first. */
export function BillsPage({ address: typed }: { address: RawSearch }) {
  const search = searchIn(typed);
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const list = useInfiniteQuery(billQueries.list(filtersOf(search)));
  const today = useHomeDay();
  const columns = useMemo(() => billColumns(setup, today), [setup, today]);
  const address = useListAddress<BillsSearch>(
    'bills',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/bills', search: next, replace: true }),
  );
  const [isImporting, setImporting] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <ListPage
        title="Bills"
        one="bill"
        list={list}
        fileName="bills.csv"
        columns={columns}
        address={address}
        isFiltered={isFiltered(search)}
        totals={sumsOf}
        bulkActions={
          // Who only reads selects nothing: there is nothing to do with it.
          mayCall(user, 'bills.agreeMany')
            ? (selected) => <BillsBulk selected={selected} onAsk={setAsked} />
            : undefined
        }
        onOpen={({ id }) => void navigate({ to: '/bills/$id', params: { id } })}
        filters={<BillsToolbar search={search} setup={setup} today={today} onSearch={address.change} />}
        add={
          mayCall(user, 'bills.create') && (
            <AddButton label="New bill" onPress={() => void navigate({ href: '/bills/new' })} />
          )
        }
        more={mayCall(user, 'bills.import') && <ImportButton onPress={() => setImporting(true)} />}
        nothing="No vendor has asked for anything yet. Each receipt of an order makes a bill, which waits for the vendor’s paper."
      />
      {isImporting && <BillsImport onClose={() => setImporting(false)} />}
      {/* Beside the list: the bar of the selection goes when the step takes its last bill out of the list. */}
      {asked && (
        <StepOnMany
          {...asked}
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

/** "$1,284.10 payable", each currency by itself. */
function sumsOf(selected: readonly BillSummary[]): string {
  const currencies = [...new Set(selected.map(({ currency }) => currency))];
  const sums = currencies.map((one) => {
    const rows = selected.filter(({ currency }) => currency === one);
    return formatMoney(sumCents(rows.map(({ payableCents }) => cents(payableCents))), one);
  });
  return `${sums.join(' + ')} payable`;
}
