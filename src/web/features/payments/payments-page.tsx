import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { customerPaymentQueries } from '../../data/payments.ts';
import { setupQueries } from '../../data/setup.ts';
import type { RawSearch } from '../../lib/search-params.ts';
import { mayCall } from '../../lib/session.ts';
import { AddButton, ListPage } from '../../parts/list-page.tsx';
import { isFiltered } from '../../parts/list-search.ts';
import { useHomeDay } from '../../parts/use-home-day.ts';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { HIDDEN_AT_FIRST, paymentColumns } from './payment-columns.tsx';
import { filtersOf, type PaymentsSearch, searchIn } from './payments-search.ts';
import { PaymentsToolbar } from './payments-toolbar.tsx';

/** What customers paid and what went back to them, newest first. */
export function PaymentsPage({ address: typed }: { address: RawSearch }) {
  const search = searchIn(typed);
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const list = useInfiniteQuery(customerPaymentQueries.list(filtersOf(search)));
  const today = useHomeDay();
  const columns = useMemo(() => paymentColumns(today), [today]);
  const address = useListAddress<PaymentsSearch>(
    'payments',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/payments', search: next, replace: true }),
  );
  return (
    <ListPage
      title="Payments"
      one="payment"
      list={list}
      fileName="payments.csv"
      columns={columns}
      address={address}
      isFiltered={isFiltered(search)}
      onOpen={({ id }) => void navigate({ to: '/payments/$id', params: { id } })}
      filters={<PaymentsToolbar search={search} setup={setup} today={today} onSearch={address.change} />}
      add={
        mayCall(user, 'payments.create') && (
          <AddButton
            label="Take payment"
            onPress={() =>
              // Whose list it is, their payment.
              void navigate({ to: '/payments/new', search: { customerId: search.customer } })
            }
          />
        )
      }
      nothing="No customer has paid anything yet. A payment goes to open invoices; what is left stays as the customer’s credit."
    />
  );
}
