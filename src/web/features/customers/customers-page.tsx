import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Phone, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { customerQueries, MOST_MATCHES } from '../../data/customers.ts';
import { setupQueries } from '../../data/setup.ts';
import { mayCall } from '../../lib/session.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { useTypedFilter } from '../../parts/use-typed-filter.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { TableSort } from '../../ui/data-column.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { customerColumns } from './customer-columns.tsx';

/** All customers; the search is the same as the one in booking, and stands in the address. */
export function CustomersPage({ query, outOfUse }: { query: string; outOfUse: boolean }) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const list = useInfiniteQuery(customerQueries.list(query, outOfUse));
  const [sort, setSort] = useState<TableSort | null>(null);
  const filter = useTypedFilter(
    query,
    (q) => void navigate({ to: '/customers', search: (old) => ({ ...old, q }), replace: true }),
  );
  const columns = useMemo(() => customerColumns(setup), [setup]);
  const shown = list.data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  return (
    <RecordList
      title="Customers"
      list={list}
      fileName="customers.csv"
      columns={columns}
      sort={sort}
      onSortChange={setSort}
      onOpen={({ id }) => void navigate({ to: '/customers/$id', params: { id } })}
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
          <Checkbox
            label="Out of use"
            checked={outOfUse}
            onChange={({ target }) =>
              void navigate({
                to: '/customers',
                search: (old) => ({ ...old, active: target.checked ? 'false' : undefined }),
                replace: true,
              })
            }
          />
          {query && shown >= MOST_MATCHES && (
            <span className="text-xs text-warning">The first 1,000 matches. Type more to narrow them.</span>
          )}
        </>
      }
      empty={
        <EmptyState
          text={
            query
              ? `Nobody matches “${query}”.`
              : outOfUse
                ? 'No customer is out of use.'
                : 'There are no customers yet. The first comes with the first booking.'
          }
          action={
            mayCall(user, 'jobs.book') && (
              <Link to="/book" search={query ? { q: query } : {}} className={buttonClass('primary', 'form')}>
                <Phone aria-hidden /> Book a job
              </Link>
            )
          }
        />
      }
    />
  );
}
