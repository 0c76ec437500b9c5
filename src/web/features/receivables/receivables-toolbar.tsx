import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Setup } from '#contract/setup.ts';
import type { AgedBy } from '#domain/receivables/ageing.ts';
import type { Day } from '#domain/time.ts';
import { ClearAll, optionsOf, SomeOf, WordsFilter } from '../../parts/list-filters.tsx';
import { Button } from '../../ui/button.tsx';
import { DateStepper } from '../../ui/date-stepper.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { isFiltered, type ReceivablesSearch } from './receivables-search.ts';
import { ReceivablesViews } from './receivables-views.tsx';

const OF = [
  { value: 'customer', label: 'Customers' },
  { value: 'unit', label: 'Units' },
] as const;
const BY = [
  { value: 'due', label: 'By due date' },
  { value: 'invoice', label: 'By invoice date' },
] as const;

export type ReceivablesToolbarProps = {
  search: ReceivablesSearch;
  setup: Setup;
  day: Day;
  today: Day;
  views: ReactNode;
  onSearch: (changes: Partial<ReceivablesSearch>) => void;
  onClear: () => void;
};

/** As of which day, of whom, by which of a document's days, and what it is narrowed to. */
export function ReceivablesToolbar({ search, setup, day, today, ...on }: ReceivablesToolbarProps) {
  const { views, onSearch, onClear } = on;
  return (
    <>
      <ReceivablesViews at="/receivables" />
      <DateStepper
        day={day}
        today={today}
        onDayChange={(next) => onSearch({ day: next === today ? undefined : next })}
      />
      <Segmented<'customer' | 'unit'>
        label="What is open of"
        options={OF}
        value={search.of ?? 'customer'}
        onValueChange={(of) => onSearch({ of: of === 'unit' ? of : undefined })}
      />
      <Segmented<AgedBy>
        label="How long it is open"
        options={BY}
        value={search.by ?? 'due'}
        onValueChange={(by) => onSearch({ by: by === 'invoice' ? by : undefined })}
      />
      <WordsFilter
        label="Search customers"
        placeholder="Customer"
        q={search.q}
        onSearch={(q) => onSearch({ q })}
      />
      <SomeOf
        label="Business unit"
        options={optionsOf(setup.businessUnits)}
        value={search.bu}
        onChange={(bu) => onSearch({ bu })}
      />
      <ClearAll isFiltered={isFiltered(search)} onClear={onClear} />
      {views}
      <Button size="dense" variant="ghost" icon={<Printer aria-hidden />} onClick={() => window.print()}>
        Print
      </Button>
    </>
  );
}
