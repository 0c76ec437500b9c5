import { useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Customer, CustomerSummary } from '#contract/customer.ts';
import { customerQueries } from '../../data/customers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import type { BookingDraft } from './booking-draft.ts';
import { CallerSearch } from './caller-search.tsx';
import { CustomerCard } from './customer-card.tsx';
import { addressOf, LocationChoice } from './location-choice.tsx';
import { NewCustomerFields, NewPlaceFields } from './new-caller-fields.tsx';

export type WhoColumnProps = {
  text: string;
  onTextChange: (text: string) => void;
  onChoose: (hit: CustomerSummary) => void;
  onNewCustomer: () => void;
  onNewPlace: () => void;
  onNobody: () => void;
  zone: string;
  mayBookDoNotService: boolean;
  searchBox: RefObject<HTMLInputElement | null>;
};

export function WhoColumn(props: WhoColumnProps) {
  const { control, formState } = useFormContext<BookingDraft>();
  const [who, customerId] = useWatch({ control, name: ['who', 'customerId'] });
  const [lit, setLit] = useState<CustomerSummary | null>(null);
  const shownId = who === 'new' ? null : (lit?.id ?? customerId);
  return (
    <section aria-labelledby="booking-who" className="min-h-0 overflow-y-auto border-r border-line px-4 py-3">
      <h2 id="booking-who" className="mb-1.5 text-xs font-semibold text-muted">
        Who
      </h2>
      <div data-stop="who">
        <CallerSearch
          ref={props.searchBox}
          text={props.text}
          onTextChange={props.onTextChange}
          onChoose={props.onChoose}
          onNew={props.onNewCustomer}
          onLit={setLit}
          error={formState.errors.who?.message}
        />
      </div>
      {who === 'new' && (
        <div data-stop="name" className="mt-2.5 rounded-lg border border-line bg-surface px-3 py-2.5">
          <div className="mb-1.5 flex items-center justify-between">
            <h3 className="text-base font-semibold">New customer</h3>
            <Button variant="ghost" onClick={props.onNobody}>
              Search again
            </Button>
          </div>
          <NewCustomerFields />
          <NewPlaceFields />
        </div>
      )}
      {shownId !== null && (
        <Known {...props} id={shownId} isPreview={shownId !== customerId || who !== 'known'} />
      )}
    </section>
  );
}

function Known({ id, isPreview, ...props }: WhoColumnProps & { id: number; isPreview: boolean }) {
  const { data, error, refetch } = useQuery(customerQueries.detail(id));
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} label="Loading the customer" />;
  return (
    <CustomerCard
      customer={data}
      zone={props.zone}
      isPreview={isPreview}
      mayBookDoNotService={props.mayBookDoNotService}
    >
      {isPreview ? <Addresses customer={data} /> : <Place customer={data} onNewPlace={props.onNewPlace} />}
    </CustomerCard>
  );
}

const activeOf = ({ locations }: Customer) => locations.filter(({ active }) => active);

function Addresses({ customer }: { customer: Customer }) {
  return activeOf(customer).map((one) => (
    <p key={one.id} className="mt-1 truncate text-muted">
      {addressOf(one)}
    </p>
  ));
}

function Place({ customer, onNewPlace }: { customer: Customer; onNewPlace: () => void }) {
  const { control, setValue, formState } = useFormContext<BookingDraft>();
  const [locationId, isNewPlace] = useWatch({ control, name: ['locationId', 'isNewPlace'] });
  return (
    <div data-stop="location">
      <LocationChoice
        locations={activeOf(customer)}
        value={locationId}
        isNew={isNewPlace}
        onChoose={(id) => {
          setValue('isNewPlace', false);
          setValue('locationId', id, { shouldDirty: true, shouldValidate: formState.isSubmitted });
        }}
        onNew={onNewPlace}
        error={formState.errors.locationId?.message}
      />
      {isNewPlace && <NewPlaceFields />}
    </div>
  );
}
