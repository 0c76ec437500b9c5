import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Archive, ArchiveRestore, Pencil, Phone, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Customer, CustomerLocation } from '#contract/customer.ts';
import type { Setup } from '#contract/setup.ts';
import { nameIn } from '../../data/setup.ts';
import { rowClass, Section, useFewRows } from '../../parts/section.tsx';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { hoursText } from './hours-rows.ts';
import { PlaceForm } from './place-form.tsx';
import { useOutOfUse } from './use-out-of-use.ts';

export type CustomerPlacesProps = {
  customer: Customer;
  setup: Setup;
  lockedBecause: string | undefined;
  mayBook: boolean;
};

/** Where the customer has work done. */
export function CustomerPlaces({ customer, setup, lockedBecause, mayBook }: CustomerPlacesProps) {
  const [open, setOpen] = useState<CustomerLocation | 'new' | null>(null);
  const outOfUse = useOutOfUse();
  const places = [...customer.locations].sort((a, b) => Number(b.active) - Number(a.active) || a.id - b.id);
  const { shown, more } = useFewRows(places);
  return (
    <Section
      title="Locations"
      count={places.filter(({ active }) => active).length}
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
      {shown.map((place) => (
        <div key={place.id} className={clsx(rowClass, 'max-sm:flex-wrap')}>
          <div className="min-w-0 flex-1 max-sm:basis-full">
            <p className={clsx('truncate', !place.active && 'text-muted')}>
              <bdi>
                {place.name && <b className="font-medium">{place.name}: </b>}
                {[
                  [place.street, place.unit].filter(Boolean).join(' '),
                  place.city,
                  [place.state, place.zip].filter(Boolean).join(' '),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </bdi>
            </p>
            {place.businessHours && (
              <p className="truncate text-xs text-muted">{hoursText(place.businessHours)}</p>
            )}
            {place.memo && <p className="line-clamp-2 text-xs text-muted">{place.memo}</p>}
          </div>
          {place.zoneId !== null && (
            <span className="text-xs text-muted">{nameIn(setup.zones, place.zoneId)}</span>
          )}
          {!place.active && <Tag>out of use</Tag>}
          {mayBook && place.active && (
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
          <IconButton
            label={place.active ? `Take ${place.street} out of use` : `Bring ${place.street} back`}
            icon={place.active ? <Archive aria-hidden /> : <ArchiveRestore aria-hidden />}
            disabledReason={lockedBecause}
            busy={outOfUse.isPending}
            onClick={() => outOfUse.setLocation(place, !place.active)}
          />
        </div>
      ))}
      {more}
      {open && (
        <PlaceForm
          customerId={customer.id}
          place={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
      <UndoRefusedDialog error={outOfUse.refusal} onClose={outOfUse.dismiss} />
    </Section>
  );
}
