import { useEffect, useRef } from 'react';
import type { Stop } from './stops.ts';
import type { Booking } from './use-booking.ts';

/**
 * Once the customer whose place it is is here: the only place is the place; of several the first is lit, to be confirmed or
 * changed by arrow keys; without any, one is asked for. The focus goes where the next question is.
 */
export function usePlaceOfCustomer(
  { form, draft, owner, startNewPlace }: Booking,
  focus: (stop: Stop) => void,
): void {
  const settledFor = useRef<number | null>(null);
  useEffect(() => {
    if (!owner) {
      // Nobody, or it is being said whose place it is: whoever it turns out to be is settled then.
      if (draft.who !== 'known' || draft.isElsewhere) settledFor.current = null;
      return;
    }
    if (settledFor.current === owner.id) return;
    settledFor.current = owner.id;
    const open = owner.locations.filter(({ active }) => active);
    const given = open.find(({ id }) => id === draft.locationId);
    if (open.length === 0) {
      if (draft.isElsewhere) return;
      startNewPlace();
      focus('location');
      return;
    }
    form.setValue('locationId', (given ?? open[0]!).id);
    focus(given || open.length === 1 ? 'summary' : 'location');
  });
}
