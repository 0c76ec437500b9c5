import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import type { PaymentWritten } from '#contract/payable.ts';
import { cents } from '#domain/money.ts';
import { dayOf } from '#domain/time.ts';
import { payableQueries } from '../../data/payables.ts';
import { clock, useNow } from '../../lib/clock.ts';
import { formatMoney } from '../../lib/format.ts';
import type { RawSearch } from '../../lib/search-params.ts';
import { ClearAll, OneOf, SomeOf, WordsFilter } from '../../parts/list-filters.tsx';
import { PageBar } from '../../parts/page-bar.tsx';
import { type PageKeys, usePageKeys } from '../../parts/page-keys.ts';
import { PaperHead } from '../../parts/paper-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveTextFile } from '../../parts/text-file.ts';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { useWholeList } from '../../parts/use-whole-list.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { csvOf } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { shortcutLabel } from '../../ui/shortcut.ts';
import { toast } from '../../ui/toast-store.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import {
  BUCKET_OPTIONS,
  isFiltered,
  narrowed,
  type PayablesSearch,
  payeeIn,
  payeeKey,
  searchIn,
} from './payables-search.ts';
import { sumsOf } from './payables-sums.ts';
import { PayablesViews } from './payables-views.tsx';
import { OpenedPayee } from './payee/opened-payee.tsx';
import { payeeColumns } from './payee-columns.tsx';

const TITLE = 'Payables';
const HIDDEN_AT_FIRST: readonly string[] = ['bills'];
const KEYS: PageKeys = {
  title: TITLE,
  rows: [
    ['Open what is due to a payee', 'Enter'],
    ['Pay a bill whole, or not', 'Space'],
    ['The next bill, the one before', '↓ ↑'],
    ['Pay, from anywhere', shortcutLabel('Mod+Enter')],
  ],
};

/** What is due to whom, by how long; below it, opened, the bills of one payee to be paid. */
export function PayablesPage({ address: typed }: { address: RawSearch }) {
  const search = searchIn(typed);
  const navigate = useNavigate();
  const due = useInfiniteQuery(payableQueries.due());
  const { items, isReading } = useWholeList(due);
  const now = useNow(60_000);
  const today = due.data?.pages[0]?.today ?? dayOf(now, clock.zone());
  const printing = usePrinting();
  usePageKeys(KEYS);
  const go = (next: RawSearch) => void navigate({ to: '/payables', search: next, replace: true });
  const address = useListAddress<PayablesSearch>(
    'payables',
    search,
    HIDDEN_AT_FIRST,
    // A kept view says which payees, not whose bills are open below them.
    (next) => go({ ...next, pay: search.pay }),
  );
  const { selection: _none, onSelectionChange: _never, ...table } = address.table;
  const currencies = [...new Set(items.map(({ currency }) => currency))].sort();
  const isOneCurrency = currencies.length < 2;
  const addressText = JSON.stringify(typed);
  const rows = useMemo(
    () => narrowed(items, searchIn(JSON.parse(addressText) as RawSearch)),
    [items, addressText],
  );
  const sums = useMemo(() => sumsOf(rows), [rows]);
  const columns = useMemo(() => {
    const asked = searchIn(JSON.parse(addressText) as RawSearch);
    return payeeColumns({ today, isOneCurrency }, (payee) => ({ ...asked, pay: payeeKey(payee) }));
  }, [addressText, today, isOneCurrency]);
  const opened = payeeIn(search.pay);
  const close = () => go({ ...search, pay: undefined });
  const onPaid = ({ payment }: PaymentWritten) => {
    toast({
      title: `Payment ${payment.number} to ${payment.payeeName}: ${formatMoney(cents(payment.amountCents), payment.currency)}`,
      tone: 'success',
      action: {
        label: 'Show',
        act: () => void navigate({ to: '/ap-payments/$id', params: { id: payment.id } }),
      },
    });
    close();
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageBar title={TITLE} />
      {printing && <PaperHead title={TITLE} read={rows.length} total={rows.length} hasMore={false} />}
      {due.error && (
        <div className="p-3">
          <ProblemNote error={due.error} onRetry={() => void due.refetch()} />
        </div>
      )}
      {/* On a phone there is room for one of the two. */}
      <div className={clsx('min-h-0 flex-2', opened && 'max-sm:hidden print:block')}>
        <DataTable
          label={TITLE}
          columns={columns}
          rows={rows}
          rowKey={payeeKey}
          foot={sums}
          {...table}
          loading={isReading}
          onOpen={(payee) => go({ ...search, pay: payeeKey(payee) })}
          onExport={(listed, shown) => saveTextFile(`payables-${today}.csv`, csvOf(shown, listed))}
          toolbar={
            <>
              <PayablesViews at="/payables" />
              <WordsFilter
                label="Search payees"
                placeholder="Payee"
                q={search.q}
                onSearch={(q) => address.change({ q })}
              />
              <SomeOf
                label="Due"
                options={BUCKET_OPTIONS}
                value={search.due}
                onChange={(next) => address.change({ due: next })}
              />
              {!isOneCurrency && (
                <OneOf
                  label="Currency"
                  options={currencies.map((value) => ({ value, label: value }))}
                  value={search.currency}
                  onChange={(currency) => address.change({ currency })}
                />
              )}
              <Checkbox
                label="With credits"
                checked={search.credits === 'yes'}
                onChange={({ target }) => address.change({ credits: target.checked ? 'yes' : undefined })}
              />
              <ClearAll isFiltered={isFiltered(search)} onClear={address.clear} />
              {address.views}
              <Button
                size="dense"
                variant="ghost"
                icon={<Printer aria-hidden />}
                onClick={() => window.print()}
              >
                Print
              </Button>
            </>
          }
          empty={
            due.isSuccess &&
            !isReading &&
            (items.length === 0 ? (
              <EmptyState text="Nothing is owed to anybody. Bills are due here once they are reconciled." />
            ) : (
              <EmptyState
                text="No payee fits these filters."
                action={<Button onClick={address.clear}>Clear all</Button>}
              />
            ))
          }
        />
      </div>
      {opened && (
        <OpenedPayee
          key={payeeKey(opened)}
          opened={opened}
          due={items.find((one) => payeeKey(one) === search.pay)}
          isRead={due.isSuccess && !isReading}
          today={today}
          onClose={close}
          onPaid={onPaid}
        />
      )}
    </div>
  );
}
