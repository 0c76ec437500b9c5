import { useQuery } from '@tanstack/react-query';
import type { Setup } from '#contract/setup.ts';
import { INVOICE_SYNC_STATUSES } from '#domain/job/job-card.ts';
import { PAYMENT_KINDS } from '#domain/payments/payment.ts';
import type { Day } from '#domain/time.ts';
import { customerPaymentQueries } from '../../data/payments.ts';
import { DayRangeChip } from '../../parts/day-range-chip.tsx';
import { LinkedFilter, optionsOf, SomeOf, WordsFilter, wordedOptions } from '../../parts/list-filters.tsx';
import { MoreFilters } from '../../parts/more-filters.tsx';
import { PickedCustomer } from '../../parts/picked-filter.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { KIND_WORDS, STATE_WORDS } from './payment-words.ts';
import type { PaymentsSearch } from './payments-search.ts';

export type PaymentsToolbarProps = {
  search: PaymentsSearch;
  setup: Setup;
  today: Day;
  onSearch: (changes: Partial<PaymentsSearch>) => void;
};

const KINDS = wordedOptions(PAYMENT_KINDS, KIND_WORDS);
const BOOKS = wordedOptions(INVOICE_SYNC_STATUSES, STATE_WORDS);

/** What the list is narrowed to, each as a chip; all of it stands in the address. */
export function PaymentsToolbar({ search, setup, today, onSearch }: PaymentsToolbarProps) {
  const { data: choices } = useQuery(customerPaymentQueries.choices());
  return (
    <>
      <WordsFilter
        label="Search payments"
        placeholder="Number, reference, customer"
        q={search.q}
        onSearch={(q) => onSearch({ q })}
      />
      <PickedCustomer id={search.customer} onChange={(customer) => onSearch({ customer })} />
      <SomeOf label="Kind" options={KINDS} value={search.kind} onChange={(kind) => onSearch({ kind })} />
      <DayRangeChip
        label="Paid on"
        looks="back"
        today={today}
        first={search.from}
        last={search.to}
        onChange={(from, to) => onSearch({ from, to })}
      />
      <Checkbox
        label="Unapplied"
        checked={search.unapplied === 'yes'}
        onChange={({ target }) => onSearch({ unapplied: target.checked ? 'yes' : undefined })}
      />
      <LinkedFilter of="Invoice" id={search.invoice} onRemove={() => onSearch({ invoice: undefined })} />
      <MoreFilters>
        {(isMore) => (
          <>
            {(isMore || search.type) && (
              <SomeOf
                label="Type"
                options={optionsOf(choices?.paymentTypes ?? [])}
                value={search.type}
                onChange={(type) => onSearch({ type })}
              />
            )}
            {(isMore || search.books) && (
              <SomeOf
                label="Books"
                options={BOOKS}
                value={search.books}
                onChange={(books) => onSearch({ books })}
              />
            )}
            {(isMore || search.bu) && (
              <SomeOf
                label="Business unit"
                options={optionsOf(setup.businessUnits)}
                value={search.bu}
                onChange={(bu) => onSearch({ bu })}
              />
            )}
          </>
        )}
      </MoreFilters>
    </>
  );
}
