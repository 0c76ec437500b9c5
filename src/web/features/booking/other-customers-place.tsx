import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import type { CustomerSummary } from '#contract/customer.ts';
import { customerQueries } from '../../data/customers.ts';
import { CustomerPicker } from '../../parts/customer-picker.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Field } from '../../ui/field.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import type { BookingDraft } from './booking-draft.ts';
import { LocationChoice } from './location-choice.tsx';

type OtherCustomersPlaceProps = {
  caller: string;
  locationId: number | null;
  onHost: (host: CustomerSummary | null) => void;
  onLocation: (id: number) => void;
  error: string | undefined;
};

/** Whose place the work is at, and which of theirs: a landlord calls for a tenant who is a customer too. */
export function OtherCustomersPlace(props: OtherCustomersPlaceProps) {
  const { caller, locationId, onHost, onLocation, error } = props;
  const { control, formState } = useFormContext<BookingDraft>();
  const [host, billTo] = useWatch({ control, name: ['host', 'billTo'] });
  return (
    <>
      <Field
        label="Whose place is it?"
        required
        error={formState.errors.host?.message}
        hint={`${billTo?.name ?? caller} pays.${billTo ? '' : ' Somebody else? Say so under Bill to.'}`}
        className="mt-2"
      >
        <CustomerPicker value={host} onValueChange={onHost} />
      </Field>
      {host && <PlacesOf id={host.id} value={locationId} onChoose={onLocation} error={error} />}
    </>
  );
}

type PlacesProps = {
  id: number;
  value: number | null;
  onChoose: (id: number) => void;
  error: string | undefined;
};

function PlacesOf({ id, ...choice }: PlacesProps) {
  const { data, error, refetch } = useQuery(customerQueries.detail(id));
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={2} label="Loading their locations" />;
  return (
    <LocationChoice {...choice} locations={data.locations.filter(({ active }) => active)} isNew={false} />
  );
}
