import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileUp, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { BillSummary } from '#contract/bill.ts';
import { cents, sumCents } from '#domain/money.ts';
import { dayOf } from '#domain/time.ts';
import { billQueries } from '../../data/bills.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { useNow } from '../../lib/clock.ts';
import { formatMoney } from '../../lib/format.ts';
import type { RawSearch } from '../../lib/search-params.ts';
import { mayCall } from '../../lib/session.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { billColumns, HIDDEN_AT_FIRST } from './bill-columns.tsx';
import { type Asked, BillsBulk, StepOnMany } from './bills-bulk.tsx';
import { BillsImport } from './bills-import.tsx';
import { type BillsSearch, filtersOf, isFiltered, searchIn } from './bills-search.ts';
import { BillsToolbar } from './bills-toolbar.tsx';

/** All that vendors ask for: by words, status, books, vendor and due day; newest first. */
export function BillsPage({ address: typed }: { address: RawSearch }) {
  const search = searchIn(typed);
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const list = useInfiniteQuery(billQueries.list(filtersOf(search)));
  const today = dayOf(useNow(60_000), homeZone(setup, user.businessUnitIds));
  const columns = useMemo(() => billColumns(setup, today), [setup, today]);
  const address = useListAddress<BillsSearch>(
    'bills',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/bills', search: next, replace: true }),
  );
  const [isImporting, setImporting] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const mayAct = mayCall(user, 'bills.agreeMany');
  // Who only reads selects nothing: there is nothing to do with it.
  const { selection, onSelectionChange, ...rest } = address.table;
  const table = mayAct ? { ...rest, selection, onSelectionChange } : rest;
  // Then the button stands under the sentence that says what a bill is.
  const hasNone = list.data?.pages[0]?.items.length === 0 && !isFiltered(search);
  const add = mayCall(user, 'bills.create') && (
    <Button
      size="dense"
      variant="primary"
      icon={<Plus aria-hidden />}
      onClick={() => void navigate({ href: '/bills/new' })}
    >
      New bill
    </Button>
  );
  return (
    <>
      <RecordList
        title="Bills"
        list={list}
        fileName="bills.csv"
        columns={columns}
        {...table}
        totals={sumsOf}
        bulkActions={(selected) => <BillsBulk selected={selected} onAsk={setAsked} />}
        onOpen={({ id }) => void navigate({ to: '/bills/$id', params: { id } })}
        toolbar={
          <>
            <BillsToolbar
              search={search}
              setup={setup}
              today={today}
              onSearch={address.change}
              onClear={address.clear}
            />
            {!hasNone && add}
            {mayCall(user, 'bills.import') && (
              <Button
                size="dense"
                variant="ghost"
                icon={<FileUp aria-hidden />}
                onClick={() => setImporting(true)}
              >
                Import…
              </Button>
            )}
            {address.views}
          </>
        }
        empty={
          isFiltered(search) ? (
            <EmptyState
              text="No bill fits these filters."
              action={<Button onClick={address.clear}>Clear all</Button>}
            />
          ) : (
            <EmptyState
              text="No vendor has asked for anything yet. Each receipt of an order makes a bill, which waits for the vendor’s paper."
              action={add || undefined}
            />
          )
        }
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
