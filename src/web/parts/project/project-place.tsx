import { useQuery } from '@tanstack/react-query';
import type { CustomerLocation, CustomerSummary } from '#contract/customer.ts';
import { customerQueries } from '../../data/customers.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { CustomerPicker } from '../customer-picker.tsx';

/** A customer's locations in use, and the one that is chosen: where there is only one, that one. */
export function useProjectPlace(customer: CustomerSummary | null, chosen: number | null) {
  const { data } = useQuery({ ...customerQueries.detail(customer?.id ?? 0), enabled: customer !== null });
  const places = customer && data ? data.locations.filter(({ active }) => active) : null;
  const only = places?.length === 1 ? places[0]!.id : null;
  return { places, locationId: chosen ?? only };
}

export type ProjectPlaceProps = {
  customer: CustomerSummary | null;
  onCustomer: (customer: CustomerSummary | null) => void;
  /** null: not known yet. */
  places: readonly CustomerLocation[] | null;
  locationId: number | null;
  onLocation: (id: number | null) => void;
  isMissing: boolean;
};

/** Whose project, and where; a customer with one location needs no second choice. */
export function ProjectPlace({
  customer,
  onCustomer,
  places,
  locationId,
  onLocation,
  isMissing,
}: ProjectPlaceProps) {
  return (
    <>
      <Field
        label="Customer"
        required
        error={isMissing && !customer ? 'Whose project is it?' : undefined}
        className="col-span-2"
      >
        <CustomerPicker value={customer} onValueChange={onCustomer} autoFocus />
      </Field>
      {places && (
        <Field
          label="Location"
          required
          error={
            places.length === 0
              ? 'This customer has no location yet. Add one on their page first.'
              : isMissing && locationId === null
                ? 'Where is it? A project is at one location.'
                : undefined
          }
          className="col-span-2"
        >
          <Select
            value={locationId}
            onValueChange={onLocation}
            options={places.map((one) => ({
              value: one.id,
              label: [one.street, one.unit, one.city].filter(Boolean).join(', '),
            }))}
          />
        </Field>
      )}
    </>
  );
}
