import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Phone, Search, UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { customerQueries, MOST_MATCHES } from '../../data/customers.ts';
import { setupQueries } from '../../data/setup.ts';
import { mayCall } from '../../lib/session.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { useTypedFilter } from '../../parts/use-typed-filter.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { TableSort } from '../../ui/data-column.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { customerColumns } from './customer-columns.tsx';
import { NewCustomerDialog } from './new-customer-dialog.tsx';

type CustomersPageProps = {
  query: string;
  outOfUse: boolean;
  /** The form of a new one is open: in the address, so that the palette leads to it from anywhere. */
  isAdding?: boolean;
};

/** All customers; the search is the same as the one in booking, and stands in the address. */
export function CustomersPage({ query, outOfUse, isAdding = false }: CustomersPageProps) {
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
  const setAdding = (open: boolean) =>
    void navigate({
      to: '/customers',
      search: (old) => ({ ...old, new: open ? 'yes' : undefined }),
      replace: !open,
    });
  const mayAdd = mayCall(user, 'customers.create');
  const add = mayAdd && (
    <Button variant="primary" icon={<UserPlus aria-hidden />} onClick={() => setAdding(true)}>
      New customer
    </Button>
  );
  return (
    <>
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
            {shown > 0 && add}
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
                  : 'There are no customers yet. Add the first here, or together with the first job.'
            }
            action={
              <span className="flex flex-wrap justify-center gap-2">
                {add}
                {mayCall(user, 'jobs.book') && (
                  <Link to="/book" search={query ? { q: query } : {}} className={buttonClass('secondary')}>
                    <Phone aria-hidden /> Book a job
                  </Link>
                )}
              </span>
            }
          />
        }
      />
      {isAdding && mayAdd && <NewCustomerDialog typed={query} onClose={() => setAdding(false)} />}
    </>
  );
}
