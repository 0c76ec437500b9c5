/** Filters of orders that more than one page has: whose they are, what for, and the vendor's invoice numbers. */
import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Setup } from '#contract/setup.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import { OneOf, optionsOf, SomeOf } from '../../parts/list-filters.tsx';
import { PickedVendor } from '../../parts/picked-vendor.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip, chipClass } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { OrdersSearch } from './orders-search.ts';
import { PickedJob } from './picked-filters.tsx';
import { PickedOrderProject } from './project-picker.tsx';
import { recordsNamed } from './records-named.ts';

export type OrderFiltersProps = {
  search: OrdersSearch;
  setup: Setup;
  types: SetupRecords | undefined;
  onSearch: (changes: Partial<OrdersSearch>) => void;
};

/** Of whom, of which type and unit. */
export function OfWhomFilters({ search, setup, types, onSearch }: OrderFiltersProps) {
  return (
    <>
      <PickedVendor id={search.vendor} onChange={(vendor) => onSearch({ vendor })} />
      <SomeOf
        label="Type"
        options={optionsOf(recordsNamed(types))}
        value={search.type}
        onChange={(type) => onSearch({ type })}
      />
      <SomeOf
        label="Business unit"
        options={optionsOf(setup.businessUnits)}
        value={search.bu}
        onChange={(bu) => onSearch({ bu })}
      />
    </>
  );
}

type WhatForFiltersProps = Omit<OrderFiltersProps, 'types'> & {
  /** Else only those the list is narrowed to. */
  isMore: boolean;
};

/** Job, project and technician; "No job" where a sum was followed that has none. */
export function WhatForFilters({ search, setup, isMore, onSearch }: WhatForFiltersProps) {
  return (
    <>
      {(isMore || search.job !== undefined) && (
        <PickedJob id={search.job} onChange={(job) => onSearch({ job })} />
      )}
      {(isMore || search.project !== undefined) && (
        <PickedOrderProject id={search.project} onChange={(project) => onSearch({ project })} />
      )}
      {(isMore || search.technician !== undefined) && (
        <OneOf
          label="Technician"
          options={optionsOf(setup.technicians)}
          value={search.technician}
          onChange={(technician) => onSearch({ technician })}
        />
      )}
      {search.without && (
        <Chip tone="on" onRemove={() => onSearch({ without: undefined })} removeLabel="With or without">
          No {search.without}
        </Chip>
      )}
      {search.currency && (
        <Chip tone="on" onRemove={() => onSearch({ currency: undefined })} removeLabel="Any currency">
          Currency <b className="font-semibold">{search.currency}</b>
        </Chip>
      )}
    </>
  );
}

type InvoiceFilterProps = Pick<OrderFiltersProps, 'search' | 'onSearch'>;

/** "Vendor’s invoice is not INV-7 ▾": any of an order's numbers is it, or none of them is. */
export function InvoiceFilter({ search, onSearch }: InvoiceFilterProps) {
  const number = search.invoice ?? search.notInvoice;
  const isOn = number !== undefined;
  return (
    <Popover
      label="Vendor’s invoice"
      align="start"
      trigger={
        <button type="button" className={clsx(chipClass(isOn ? 'on' : 'plain'), 'hover:bg-hover')}>
          Vendor’s invoice{search.notInvoice !== undefined && ' is not'}{' '}
          <b className={clsx('max-w-48 truncate font-semibold', !isOn && 'text-text')}>
            <bdi>{number ?? 'Any'}</bdi>
          </b>
          <ChevronDown aria-hidden />
        </button>
      }
    >
      <InvoiceForm search={search} onSearch={onSearch} />
    </Popover>
  );
}

/** Begins with what the list shows whenever it is opened. */
function InvoiceForm({ search, onSearch }: InvoiceFilterProps) {
  const isOn = search.invoice !== undefined || search.notInvoice !== undefined;
  const [how, setHow] = useState<'is' | 'isNot'>(search.notInvoice === undefined ? 'is' : 'isNot');
  const [typed, setTyped] = useState(search.invoice ?? search.notInvoice ?? '');
  const apply = (text: string, as: 'is' | 'isNot') => {
    const asked = text.trim() || undefined;
    onSearch(
      as === 'is' ? { invoice: asked, notInvoice: undefined } : { invoice: undefined, notInvoice: asked },
    );
  };
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        apply(typed, how);
      }}
      className="flex w-64 flex-col gap-2 py-1"
    >
      <Segmented
        label="How"
        value={how}
        onValueChange={(next) => {
          setHow(next);
          if (isOn) apply(typed, next);
        }}
        options={[
          { value: 'is', label: 'Is' },
          { value: 'isNot', label: 'Is not' },
        ]}
      />
      <Field label="Number">
        <TextField
          size="dense"
          value={typed}
          maxLength={LONGEST_ORDER.reference}
          onChange={({ target }) => setTyped(target.value)}
        />
      </Field>
      <Button type="submit" variant="primary">
        Show
      </Button>
      {isOn && (
        <Button
          variant="ghost"
          onClick={() => {
            setTyped('');
            apply('', how);
          }}
        >
          Any number
        </Button>
      )}
    </form>
  );
}
