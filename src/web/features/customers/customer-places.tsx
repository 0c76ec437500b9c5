import { Link } from '@tanstack/react-router';
import { Pencil, Phone, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Customer, CustomerLocation } from '#contract/customer.ts';
import type { Setup } from '#contract/setup.ts';
import { nameIn } from '../../data/setup.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PlaceForm } from './place-form.tsx';
import { rowClass, Section } from './section.tsx';

export type CustomerPlacesProps = {
  customer: Customer;
  setup: Setup;
  lockedBecause: string | undefined;
  mayBook: boolean;
};

/** Where the customer has work done. */
export function CustomerPlaces({ customer, setup, lockedBecause, mayBook }: CustomerPlacesProps) {
  const [open, setOpen] = useState<CustomerLocation | 'new' | null>(null);
  const places = customer.locations.filter(({ active }) => active);
  return (
    <Section
      title="Locations"
      count={places.length}
      action={
        <Button
          variant="ghost"
          icon={<Plus aria-hidden />}
          disabledReason={lockedBecause}
          onClick={() => setOpen('new')}
        >
          New location
        </Button>
      }
    >
      {places.length === 0 && <p className={`${rowClass} text-muted`}>No location yet.</p>}
      {places.map((place) => (
        <div key={place.id} className={rowClass}>
          <div className="min-w-0 flex-1">
            <p className="truncate">
              {place.name && <b className="font-medium">{place.name}: </b>}
              {[[place.street, place.unit].filter(Boolean).join(' '), place.city, place.state, place.zip]
                .filter(Boolean)
                .join(', ')}
            </p>
            {place.memo && <p className="line-clamp-2 text-xs text-muted">{place.memo}</p>}
          </div>
          {place.zoneId !== null && (
            <span className="text-xs text-muted">{nameIn(setup.zones, place.zoneId)}</span>
          )}
          {mayBook && (
            <Link
              to="/book"
              search={{ customer: customer.id, location: place.id }}
              className={buttonClass('ghost')}
            >
              <Phone aria-hidden /> Book here
            </Link>
          )}
          <IconButton
            label={`Change ${place.street}`}
            icon={<Pencil aria-hidden />}
            disabledReason={lockedBecause}
            onClick={() => setOpen(place)}
          />
        </div>
      ))}
      {open && (
        <PlaceForm
          customerId={customer.id}
          place={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
