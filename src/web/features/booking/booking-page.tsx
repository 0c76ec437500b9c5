import { Phone } from 'lucide-react';
import { formatPhone } from '../../lib/format.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { usePageKeys } from '../../parts/page-keys.ts';
import { Chip } from '../../ui/chip.tsx';
import { BookingForm } from './booking-form.tsx';
import { BOOKING_KEYS } from './booking-keys.ts';

/** `phone` comes from the telephone, `query` from the palette: both start the search. */
export type BookingPageProps = {
  customerId: number | undefined;
  locationId: number | undefined;
  phone: string | undefined;
  query: string | undefined;
};

export function BookingPage({ customerId, locationId, phone, query }: BookingPageProps) {
  usePageKeys(BOOKING_KEYS);
  return (
    <>
      <PageBar title="Book a job">
        {phone && (
          <Chip tone="on" icon={<Phone aria-hidden />}>
            {formatPhone(phone)}
          </Chip>
        )}
      </PageBar>
      <BookingForm
        // Another caller in the address is another booking: a form of its own.
        key={[customerId, locationId, phone, query].join(' ')}
        customerId={customerId}
        locationId={locationId}
        typed={phone ? formatPhone(phone) : (query ?? '')}
      />
    </>
  );
}
