import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { boardQueries } from '../../../data/board.ts';
import { customerMutations, customerQueries } from '../../../data/customers.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast-store.ts';
import type { LngLat } from './geometry.ts';

/** `42.25, -71.002`, as other maps copy it; null: no place on earth. */
export function readPlace(text: string): LngLat | null {
  const found = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
  if (!found) return null;
  const [lat, lng] = [Number(found[1]), Number(found[2])];
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null;
}

/** Asks where a visit without a place is: clicked on the map, or written. It is its location's from then on. */
export function PlaceBar({
  visit,
  clicked,
  onDone,
}: {
  visit: AppointmentView;
  /** Where the map was clicked meanwhile. */
  clicked: LngLat | null;
  onDone: () => void;
}) {
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const input = useRef<HTMLDivElement>(null);
  const update = useMutation(customerMutations.updateLocation());
  useEffect(() => input.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (clicked) setTyped(`${clicked.lat.toFixed(5)}, ${clicked.lng.toFixed(5)}`);
  }, [clicked]);
  const place = readPlace(typed);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!place) return;
    // The version the change is decided on comes with it.
    await client.ensureQueryData(customerQueries.detail(visit.customerId));
    update.mutate(
      { id: visit.locationId, changes: { latitude: place.lat, longitude: place.lng } },
      {
        onSuccess: () => {
          toast({ title: `${visit.customerName}, ${visit.street} is on the map`, tone: 'success' });
          void client.invalidateQueries({ queryKey: boardQueries.days() });
          onDone();
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
      className="absolute inset-x-2 bottom-2 z-10 flex flex-wrap items-center gap-2 rounded-md border border-strong bg-raised p-2 shadow-overlay"
    >
      <span className="min-w-40 flex-1">
        Where is{' '}
        <b className="font-semibold">
          <bdi>{visit.customerName}</bdi>, {visit.street}, {visit.city}
        </b>
        ? Click on the map, or write it.
      </span>
      <div ref={input}>
        <TextField
          size="dense"
          aria-label="Latitude, longitude"
          aria-invalid={asked && !place}
          placeholder="42.25, -71.00"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          className="w-44"
        />
      </div>
      <Button type="submit" variant="primary" busy={update.isPending}>
        Set the place
      </Button>
      <Button onClick={onDone}>Leave it</Button>
      {asked && !place && (
        <p className="w-full text-xs text-danger">Latitude and longitude, like 42.25, -71.00.</p>
      )}
      <ProblemNote error={update.error} wording={{}} />
    </form>
  );
}
