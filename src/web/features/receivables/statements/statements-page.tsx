import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { statementQueries } from '../../../data/statements.ts';
import type { RawSearch } from '../../../lib/search-params.ts';
import { CustomerFilter, WordsFilter } from '../../../parts/list-filters.tsx';
import { ListPage } from '../../../parts/list-page.tsx';
import { isFiltered } from '../../../parts/list-search.ts';
import { useHomeDay } from '../../../parts/use-home-day.ts';
import { useListAddress } from '../../../parts/use-list-address.tsx';
import { Button } from '../../../ui/button.tsx';
import { ReceivablesViews } from '../receivables-views.tsx';
import { statementColumns } from './statement-columns.tsx';
import { StatementsBulk } from './statements-bulk.tsx';
import { type StatementsSearch, searchIn } from './statements-search.ts';

const HIDDEN_AT_FIRST: readonly string[] = ['currency'];

/** What customers were told of their accounts, newest first: to be sent, and to be found by the number they name. */
export function StatementsPage({ address: typed }: { address: RawSearch }) {
  const search = searchIn(typed);
  const navigate = useNavigate();
  const list = useInfiniteQuery(statementQueries.list({ q: search.q, customerId: search.customer }));
  const today = useHomeDay();
  const columns = useMemo(() => statementColumns(today), [today]);
  const address = useListAddress<StatementsSearch>(
    'statements',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/statements', search: next, replace: true }),
  );
  return (
    <ListPage
      title="Statements"
      one="statement"
      list={list}
      fileName="statements.csv"
      columns={columns}
      address={address}
      isFiltered={isFiltered(search)}
      bulkActions={(selected) => <StatementsBulk selected={selected} onDone={address.unselect} />}
      filters={
        <>
          <ReceivablesViews at="/statements" />
          <WordsFilter
            label="Search statements"
            placeholder="Number, customer"
            q={search.q}
            onSearch={(q) => address.change({ q })}
          />
          <CustomerFilter id={search.customer} onRemove={() => address.change({ customer: undefined })} />
        </>
      }
      nothing="No customer was sent a statement yet. They are made of the customers selected among what is open."
      nothingAction={<Button onClick={() => void navigate({ to: '/receivables' })}>What is open</Button>}
    />
  );
}
