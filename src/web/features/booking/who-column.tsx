import { useQuery } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Call } from '#contract/call.ts';
import type { Customer, CustomerSummary } from '#contract/customer.ts';
import { customerQueries } from '../../data/customers.ts';
import { problemOf } from '../../lib/api.ts';
import { LikelyCustomers } from '../../parts/new-customer/likely-customers.tsx';
import {
  MoreOfCustomer,
  NewCustomerFields,
  NewPlaceFields,
} from '../../parts/new-customer/new-caller-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import type { BookingDraft } from './booking-draft.ts';
import { CallerSearch } from './caller-search.tsx';
import { CustomerCard } from './customer-card.tsx';
import { addressOf, LocationChoice } from './location-choice.tsx';
import { OtherCustomersPlace } from './other-customers-place.tsx';
import { RecentCalls } from './recent-calls.tsx';

export type WhoColumnProps = {
  text: string;
  onTextChange: (text: string) => void;
  onChoose: (hit: CustomerSummary) => void;
  onNewCustomer: () => void;
  onNewPlace: () => void;
  onElsewhere: (isElsewhere: boolean) => void;
  onHost: (host: CustomerSummary | null) => void;
  onNobody: () => void;
  /** A call of the list: whom it was, or its number to search for. */
  onCall: (call: Call) => void;
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
    <section
      aria-labelledby="booking-who"
      className="border-b border-line px-4 py-3 @min-[700px]:border-r @min-[940px]:min-h-0 @min-[940px]:overflow-y-auto @min-[940px]:border-b-0"
    >
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
          <MoreOfCustomer />
          <LikelyCustomers onChoose={props.onChoose} />
        </div>
      )}
      {who === 'nobody' && props.text.trim() === '' && lit === null && (
        <RecentCalls zone={props.zone} onTake={props.onCall} />
      )}
      {shownId !== null && (
        <Known {...props} id={shownId} isPreview={shownId !== customerId || who !== 'known'} />
      )}
    </section>
  );
}

function Known({ id, isPreview, ...props }: WhoColumnProps & { id: number; isPreview: boolean }) {
  const { data, error, refetch } = useQuery(customerQueries.detail(id));
  if (problemOf(error)?.code === 'record.not_found') return <NotFound {...props} error={error} />;
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} label="Loading the customer" />;
  return (
    <CustomerCard
      customer={data}
      zone={props.zone}
      isPreview={isPreview}
      mayBookDoNotService={props.mayBookDoNotService}
    >
      {isPreview ? <Addresses customer={data} /> : <Place {...props} customer={data} />}
    </CustomerCard>
  );
}

/** A link to a customer nobody has, or of another unit: asking again changes nothing, the call goes on. */
function NotFound({
  error,
  onNobody,
  onNewCustomer,
}: Pick<WhoColumnProps, 'onNobody' | 'onNewCustomer'> & { error: unknown }) {
  return (
    <div className="mt-2.5">
      <ProblemNote error={error} />
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button onClick={onNobody}>Find a customer</Button>
        <Button onClick={onNewCustomer}>New customer</Button>
      </div>
    </div>
  );
}

const activeOf = ({ locations }: Customer) => locations.filter(({ active }) => active);

/** A hit is looked at for a second; all of them are there once it is taken. */
const PREVIEWED = 4;

function Addresses({ customer }: { customer: Customer }) {
  const all = activeOf(customer);
  return (
    <>
      {all.slice(0, PREVIEWED).map((one) => (
        <p key={one.id} className="mt-1 truncate text-muted">
          <bdi>{addressOf(one)}</bdi>
        </p>
      ))}
      {all.length > PREVIEWED && (
        <p className="mt-1 text-xs text-muted">and {all.length - PREVIEWED} more locations</p>
      )}
    </>
  );
}

type PlaceProps = Pick<WhoColumnProps, 'onNewPlace' | 'onElsewhere' | 'onHost'> & { customer: Customer };

function Place({ customer, onNewPlace, onElsewhere, onHost }: PlaceProps) {
  const { control, setValue, formState } = useFormContext<BookingDraft>();
  const [locationId, isNewPlace, isElsewhere] = useWatch({
    control,
    name: ['locationId', 'isNewPlace', 'isElsewhere'],
  });
  const toggle = (
    <Button variant="ghost" icon={<Building2 aria-hidden />} onClick={() => onElsewhere(!isElsewhere)}>
      {isElsewhere ? 'Back to their own locations' : 'At another customer’s'}
    </Button>
  );
  const chooseLocation = (id: number) => {
    setValue('isNewPlace', false);
    setValue('locationId', id, { shouldDirty: true, shouldValidate: formState.isSubmitted });
  };
  const error = formState.errors.locationId?.message;
  return (
    <div data-stop="location">
      {isElsewhere ? (
        <OtherCustomersPlace
          caller={customer.name}
          locationId={locationId}
          onHost={onHost}
          onLocation={chooseLocation}
          error={error}
        />
      ) : (
        <LocationChoice
          locations={activeOf(customer)}
          value={locationId}
          isNew={isNewPlace}
          onChoose={chooseLocation}
          onNew={onNewPlace}
          error={error}
        />
      )}
      {isNewPlace && <NewPlaceFields />}
      <div className="mt-1">{toggle}</div>
    </div>
  );
}
