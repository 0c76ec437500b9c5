import { createFileRoute } from '@tanstack/react-router';
import { BookingPage } from '../../features/booking/booking-page.tsx';
import { idIn, textIn } from '../../lib/search-params.ts';

type BookSearch = {
  customer?: number | undefined;
  location?: number | undefined;
  phone?: string | undefined;
  q?: string | undefined;
};

export const Route = createFileRoute('/_office/book')({
  validateSearch: (search: Record<string, unknown>): BookSearch => ({
    customer: idIn(search.customer),
    location: idIn(search.location),
    phone: textIn(search.phone),
    q: textIn(search.q),
  }),
  component: BookRoute,
});

function BookRoute() {
  const { customer, location, phone, q } = Route.useSearch();
  return <BookingPage customerId={customer} locationId={location} phone={phone} query={q} />;
}
