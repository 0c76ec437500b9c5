import { useEffect, useRef } from 'react';
import type { Stop } from './stops.ts';
import type { Booking } from './use-booking.ts';

/**
 * Once the customer taken is here: the only place is the place; of several the first is lit, to be confirmed or
 * changed by arrow keys; without any, one is asked for. The focus goes where the next question is.
 */
export function usePlaceOfCustomer(
  { form, draft, known, startNewPlace }: Booking,
  focus: (stop: Stop) => void,
): void {
  const settledFor = useRef<number | null>(null);
  useEffect(() => {
    if (!known) {
      if (draft.who !== 'known') settledFor.current = null;
      return;
    }
    if (settledFor.current === known.id) return;
    settledFor.current = known.id;
    const open = known.locations.filter(({ active }) => active);
    const given = open.find(({ id }) => id === draft.locationId);
    if (open.length === 0) {
      startNewPlace();
      focus('location');
      return;
    }
    form.setValue('locationId', (given ?? open[0]!).id);
    focus(given || open.length === 1 ? 'jobType' : 'location');
  });
}
