import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Phone, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { setupQueries } from '../../data/setup.ts';
import { mayCall } from '../../lib/session.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveTextFile } from '../../parts/text-file.ts';
import { useAllPages } from '../../parts/use-all-pages.ts';
import { useTypedFilter } from '../../parts/use-typed-filter.ts';
import { buttonClass } from '../../ui/button.tsx';
import { csvOf, type TableSort } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { customerColumns } from './customer-columns.tsx';
import { customerListQuery, mayBeCut } from './customer-list-query.ts';

const NO_ROWS: never[] = [];

/** All customers; the search is the same as the one in booking, and stands in the address. */
export function CustomersPage({ query }: { query: string }) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const list = useInfiniteQuery(customerListQuery(query));
  const [sort, setSort] = useState<TableSort | null>(null);
  const all = useAllPages(list, sort !== null);
  const filter = useTypedFilter(
    query,
    (q) => void navigate({ to: '/customers', search: { q }, replace: true }),
  );
  const columns = useMemo(() => customerColumns(setup), [setup]);
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? NO_ROWS, [list.data]);
  const total = list.data?.pages[0]?.total ?? undefined;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageBar title="Customers" />
      {list.error && (
        <div className="p-3">
          <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      <div className="min-h-0 flex-1">
        <DataTable
          label="Customers"
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          sort={sort}
          onSortChange={setSort}
          totalRows={total}
          loading={list.isPending || all.isReading}
          onEndReached={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          onOpen={({ id }) => void navigate({ to: '/customers/$id', params: { id } })}
          onExport={(listed, shown) =>
            void all.read(listed).then((every) => every && saveTextFile('customers.csv', csvOf(shown, every)))
          }
          toolbar={
            <>
              <span className="w-72">
                <TextField
                  type="search"
                  size="dense"
                  aria-label="Search customers"
                  placeholder="Name, phone, e-mail or address"
                  before={<Search aria-hidden />}
                  {...filter}
                />
              </span>
              {mayBeCut(query, rows.length) && (
                <span className="text-xs text-warning">
                  The first 1,000 matches. Type more to narrow them.
                </span>
              )}
            </>
          }
          empty={
            list.isSuccess && (
              <EmptyState
                text={
                  query
                    ? `Nobody matches “${query}”.`
                    : 'There are no customers yet. The first comes with the first booking.'
                }
                action={
                  mayCall(user, 'jobs.book') && (
                    <Link
                      to="/book"
                      search={query ? { q: query } : {}}
                      className={buttonClass('primary', 'form')}
                    >
                      <Phone aria-hidden /> Book a job
                    </Link>
                  )
                }
              />
            )
          }
        />
      </div>
    </div>
  );
}
