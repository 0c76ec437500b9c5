import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { SpendRow } from '#contract/spend.ts';
import { cents, sumCents } from '#domain/money.ts';
import { SPEND_BY } from '#domain/purchasing/spend.ts';
import { setupQueries } from '../../../data/setup.ts';
import { setupRecordQueries } from '../../../data/setup-records.ts';
import { spendQueries } from '../../../data/spend.ts';
import { formatMoney } from '../../../lib/format.ts';
import type { RawSearch } from '../../../lib/search-params.ts';
import { DayRangeChip } from '../../../parts/day-range-chip.tsx';
import { ClearAll, OneOf } from '../../../parts/list-filters.tsx';
import { sortOf, sortText } from '../../../parts/list-search.ts';
import { PageBar } from '../../../parts/page-bar.tsx';
import { PaperHead } from '../../../parts/paper-head.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { saveTextFile } from '../../../parts/text-file.ts';
import { useHomeDay } from '../../../parts/use-home-day.ts';
import { useWholeList } from '../../../parts/use-whole-list.ts';
import { csvOf } from '../../../ui/data-column.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { usePrinting } from '../../../ui/use-printing.ts';
import { BuyingViews } from '../buying-views.tsx';
import { OfWhomFilters, WhatForFilters } from '../order-filters.tsx';
import { BY_WORDS, spendColumns } from './spend-columns.tsx';
import {
  orderedOrders,
  receivedOrders,
  type SpendSearch,
  spanOfSpend,
  spendAsk,
  spendIn,
} from './spend-search.ts';

const TITLE = 'Spend on purchase orders';
const BYS = SPEND_BY.map((value) => ({ value, label: BY_WORDS[value] }));

/** What came and what was ordered in a span of days, by whom or what for; each sum opens its orders. */
export function SpendPage({ address }: { address: RawSearch }) {
  const search = spendIn(address);
  const by = search.by ?? 'vendor';
  const navigate = useNavigate();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: types } = useQuery(setupRecordQueries.list('purchaseOrderType'));
  const today = useHomeDay();
  const spend = useInfiniteQuery(spendQueries.by(spendAsk(search, today)));
  const { items: rows, isReading } = useWholeList(spend);
  const printing = usePrinting();
  const change = (changes: Partial<SpendSearch>) =>
    void navigate({ to: '/purchase-orders/spend', search: { ...search, ...changes }, replace: true });
  const isOneCurrency = new Set(rows.map(({ currency }) => currency)).size < 2;
  const addressText = JSON.stringify(address);
  const columns = useMemo(() => {
    const asked = spendIn(JSON.parse(addressText) as RawSearch);
    return spendColumns(asked.by ?? 'vendor', isOneCurrency, {
      received: (row) => receivedOrders(asked, row, today, isOneCurrency),
      ordered: (row) => orderedOrders(asked, row, today, isOneCurrency),
    });
  }, [addressText, isOneCurrency, today]);
  const { from, to } = spanOfSpend(search, today);
  const { by: _by, from: _from, to: _to, sort: _sort, ...narrowed } = search;
  const isNarrowed = Object.values(narrowed).some((value) => value !== undefined);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageBar title={TITLE} />
      {printing && <PaperHead title={TITLE} read={rows.length} total={rows.length} hasMore={false} />}
      {spend.error && (
        <div className="p-3">
          <ProblemNote error={spend.error} onRetry={() => void spend.refetch()} />
        </div>
      )}
      <div className="min-h-0 flex-1">
        <DataTable
          label={TITLE}
          columns={columns}
          rows={rows}
          rowKey={({ key, currency }) => `${key} ${currency}`}
          sort={sortOf(search.sort)}
          onSortChange={(next) => change({ sort: sortText(next) })}
          loading={isReading}
          onOpen={(row) =>
            void navigate({
              to: '/purchase-orders',
              search:
                row.receivedCents === 0
                  ? orderedOrders(search, row, today, isOneCurrency)
                  : receivedOrders(search, row, today, isOneCurrency),
            })
          }
          onExport={(listed, shown) => saveTextFile(`spend-by-${by}-${from}-${to}.csv`, csvOf(shown, listed))}
          toolbar={
            <>
              <BuyingViews at="/purchase-orders/spend" />
              <OneOf label="By" options={BYS} value={by} onChange={(next) => change({ by: next ?? by })} />
              <DayRangeChip
                label="Days"
                looks="back"
                none="Last 30 days"
                today={today}
                first={from}
                last={to}
                onChange={(first, last) => change({ from: first, to: last })}
              />
              <OfWhomFilters search={search} setup={setup} types={types} onSearch={change} />
              <WhatForFilters search={search} setup={setup} isMore onSearch={change} />
              <ClearAll
                isFiltered={isNarrowed}
                onClear={() =>
                  void navigate({
                    to: '/purchase-orders/spend',
                    search: { by: search.by, from: search.from, to: search.to, sort: search.sort },
                    replace: true,
                  })
                }
              />
              <Totals rows={rows} />
            </>
          }
          empty={
            spend.isSuccess &&
            !isReading && (
              <EmptyState text="Nothing was ordered or received on these days. Choose others, or fewer filters." />
            )
          }
        />
      </div>
    </div>
  );
}

/** "Received $1,240.00 · ordered $2,000.00", each currency by itself. */
function Totals({ rows }: { rows: readonly SpendRow[] }) {
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  return (
    <span className="tabular-nums" role="status" aria-label="Totals">
      {currencies
        .map((currency) => {
          const own = rows.filter((row) => row.currency === currency);
          const sum = (of: (row: SpendRow) => number) =>
            formatMoney(sumCents(own.map((row) => cents(of(row)))), currency);
          return `Received ${sum((row) => row.receivedCents)} · ordered ${sum((row) => row.orderedCents)}`;
        })
        .join(' — ')}
    </span>
  );
}
