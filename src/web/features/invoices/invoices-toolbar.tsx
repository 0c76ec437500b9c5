import type { Setup } from '#contract/setup.ts';
import { INVOICE_KINDS, REVIEW_STATUSES } from '#domain/invoices/invoice.ts';
import { INVOICE_SYNC_STATUSES } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';
import { BOOKS_WORDS } from '../../lib/bill-words.ts';
import { INVOICE_KIND_WORDS, REVIEW_WORDS } from '../../lib/invoice-words.ts';
import { DayRangeChip } from '../../parts/day-range-chip.tsx';
import {
  LinkedFilter,
  OneOf,
  optionsOf,
  SomeOf,
  WordsFilter,
  wordedOptions,
} from '../../parts/list-filters.tsx';
import { MoreFilters } from '../../parts/more-filters.tsx';
import { PickedCustomer } from '../../parts/picked-filter.tsx';
import type { InvoicesSearch } from './invoices-search.ts';

export type InvoicesToolbarProps = {
  search: InvoicesSearch;
  setup: Setup;
  today: Day;
  onSearch: (changes: Partial<InvoicesSearch>) => void;
};

const KINDS = wordedOptions(INVOICE_KINDS, INVOICE_KIND_WORDS);
const REVIEWS = wordedOptions(REVIEW_STATUSES, REVIEW_WORDS);
const BOOKS = wordedOptions(INVOICE_SYNC_STATUSES, BOOKS_WORDS);
const OWED = [
  { value: 'unpaid', label: 'Unpaid' },
  { value: 'overdue', label: 'Overdue' },
] as const;

/** What the list is narrowed to, each as a chip; all of it stands in the address. */
export function InvoicesToolbar({ search, setup, today, onSearch }: InvoicesToolbarProps) {
  return (
    <>
      <WordsFilter
        label="Search invoices"
        placeholder="Number, customer, job"
        q={search.q}
        onSearch={(q) => onSearch({ q })}
      />
      <SomeOf label="Kind" options={KINDS} value={search.kind} onChange={(kind) => onSearch({ kind })} />
      <SomeOf
        label="Review"
        options={REVIEWS}
        value={search.review}
        onChange={(review) => onSearch({ review })}
      />
      <SomeOf label="Books" options={BOOKS} value={search.books} onChange={(books) => onSearch({ books })} />
      <OneOf label="Owed" options={OWED} value={search.owed} onChange={(owed) => onSearch({ owed })} />
      <LinkedFilter of="Job" id={search.job} onRemove={() => onSearch({ job: undefined })} />
      <LinkedFilter of="Project" id={search.project} onRemove={() => onSearch({ project: undefined })} />
      <MoreFilters>
        {(isMore) => (
          <>
            {(isMore || search.customer !== undefined) && (
              <PickedCustomer id={search.customer} onChange={(customer) => onSearch({ customer })} />
            )}
            {(isMore || search.from !== undefined) && (
              <DayRangeChip
                label="Date"
                looks="back"
                today={today}
                first={search.from}
                last={search.to}
                onChange={(from, to) => onSearch({ from, to })}
              />
            )}
            {(isMore || search.dueFrom !== undefined) && (
              <DayRangeChip
                label="Due"
                looks="ahead"
                today={today}
                first={search.dueFrom}
                last={search.dueTo}
                onChange={(dueFrom, dueTo) => onSearch({ dueFrom, dueTo })}
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
