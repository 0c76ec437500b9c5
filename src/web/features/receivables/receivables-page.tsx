import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { useMemo, useState } from 'react';
import type { AgeingRow } from '#contract/receivable.ts';
import { MOST_MAILED } from '#domain/receivables/customer-mail.ts';
import { receivableQueries } from '../../data/receivables.ts';
import { setupQueries } from '../../data/setup.ts';
import type { RawSearch } from '../../lib/search-params.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { type PageKeys, usePageKeys } from '../../parts/page-keys.ts';
import { PaperHead } from '../../parts/paper-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveTextFile } from '../../parts/text-file.ts';
import { useHomeDay } from '../../parts/use-home-day.ts';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { useWholeList } from '../../parts/use-whole-list.ts';
import { Button } from '../../ui/button.tsx';
import { csvOf } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePrinting } from '../../ui/use-printing.ts';
import { ageingColumns } from './ageing-columns.tsx';
import { OpenParts } from './open-parts.tsx';
import { OpenedCustomer } from './opened-customer.tsx';
import {
  filtersOf,
  isFiltered,
  openedIn,
  type ReceivablesSearch,
  rowKey,
  searchIn,
  searchOpening,
} from './receivables-search.ts';
import { sumsOf } from './receivables-sums.ts';
import { ReceivablesToolbar } from './receivables-toolbar.tsx';
import { MakeStatements } from './statements/make-statements.tsx';

const TITLE = 'Receivables';
const HIDDEN_AT_FIRST: readonly string[] = [];
const KEYS: PageKeys = {
  title: TITLE,
  rows: [
    ['Open what a customer owes', 'Enter'],
    ['The next row, the one before', '↓ ↑'],
  ],
};

/** What customers owe as of any day, by how long; below it, opened, the documents of one of them. */
export function ReceivablesPage({ address: typed }: { address: RawSearch }) {
  const search = searchIn(typed);
  const navigate = useNavigate();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const filters = filtersOf(search);
  const ageing = useInfiniteQuery(receivableQueries.ageing(filters));
  const { items, isReading } = useWholeList(ageing);
  const home = useHomeDay();
  const first = ageing.data?.pages[0];
  const day = search.day ?? first?.asOf ?? home;
  const printing = usePrinting();
  usePageKeys(KEYS);
  const go = (next: RawSearch) => void navigate({ to: '/receivables', search: next, replace: true });
  const address = useListAddress<ReceivablesSearch>(
    'receivables',
    search,
    HIDDEN_AT_FIRST,
    // A kept view says what is listed, not whose documents are open below it.
    (next) => go({ ...next, whose: search.whose }),
  );
  const { selection, onSelectionChange, ...table } = address.table;
  const [making, setMaking] = useState<readonly number[] | null>(null);
  const addressText = JSON.stringify(typed);
  const isOfUnits = search.of === 'unit';
  const totals = useMemo(() => first?.totals ?? [], [first]);
  const isOneCurrency = totals.length < 2;
  const sums = useMemo(
    () => sumsOf(totals, items, isOfUnits ? ['unit', 'units'] : ['customer', 'customers']),
    [totals, items, isOfUnits],
  );
  const columns = useMemo(() => {
    const asked = searchIn(JSON.parse(addressText) as RawSearch);
    const title = isOfUnits ? 'Business unit' : 'Customer';
    return ageingColumns({ day, title, isOneCurrency }, (row) => searchOpening(asked, row));
  }, [addressText, day, isOfUnits, isOneCurrency]);
  const opened = isOfUnits ? null : openedIn(search.whose);
  // Whose documents, as of which day and by which of their days stays: those are no filters.
  const clear = () => go({ ...search, only: undefined, bu: undefined, q: undefined });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageBar title={TITLE}>
        <Link to="/postings" className="underline">
          Postings
        </Link>
      </PageBar>
      {printing && (
        <PaperHead title={`${TITLE} as of ${day}`} read={items.length} total={items.length} hasMore={false} />
      )}
      {ageing.error && (
        <div className="p-3">
          <ProblemNote error={ageing.error} onRetry={() => void ageing.refetch()} />
        </div>
      )}
      <OpenParts totals={totals} search={search} />
      {/* On a phone there is room for one of the two. */}
      <div className={clsx('min-h-0 flex-2', opened && 'max-sm:hidden print:block')}>
        <DataTable
          label={TITLE}
          columns={columns}
          rows={items}
          rowKey={rowKey}
          foot={sums}
          {...table}
          {...(!isOfUnits && {
            selection,
            onSelectionChange,
            bulkActions: (selected: AgeingRow[]) => (
              <Button
                size="dense"
                variant="primary"
                onClick={() => setMaking([...new Set(selected.map(({ id }) => id))].slice(0, MOST_MAILED))}
              >
                Make statements…
              </Button>
            ),
          })}
          loading={isReading}
          onOpen={(row) => go(searchOpening(search, row))}
          onExport={(listed, shown) => saveTextFile(`receivables-${day}.csv`, csvOf(shown, listed))}
          toolbar={
            <ReceivablesToolbar
              search={search}
              setup={setup}
              day={day}
              today={home}
              views={address.views}
              onSearch={address.change}
              onClear={clear}
            />
          }
          empty={
            ageing.isSuccess &&
            !isReading &&
            (isFiltered(search) ? (
              <EmptyState
                text="Nobody who fits these filters has anything open."
                action={<Button onClick={clear}>Clear all</Button>}
              />
            ) : (
              <EmptyState text="Nothing was open as of this day. Invoices stand here from their date until they are paid." />
            ))
          }
        />
      </div>
      {making && (
        <MakeStatements
          customerIds={making}
          asOf={day}
          onClose={(isDone) => {
            setMaking(null);
            if (isDone) address.unselect();
          }}
        />
      )}
      {opened && (
        <OpenedCustomer
          key={`${opened.customerId} ${opened.currency}`}
          opened={opened}
          row={items.find((one) => rowKey(one) === search.whose)}
          filters={filters}
          day={day}
          onClose={() => go({ ...search, whose: undefined })}
        />
      )}
    </div>
  );
}
