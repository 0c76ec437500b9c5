import { createFileRoute } from '@tanstack/react-router';
import { BookingPage } from '../../features/booking/booking-page.tsx';
import { idIn, textIn } from '../../lib/search-params.ts';

type BookSearch = { customerId?: number | undefined; q?: string | undefined };

export const Route = createFileRoute('/_office/book')({
  validateSearch: (search: Record<string, unknown>): BookSearch => ({
    customerId: idIn(search.customerId),
    q: textIn(search.q),
  }),
  component: BookRoute,
});

function BookRoute() {
  const { customerId, q } = Route.useSearch();
  return <BookingPage customerId={customerId} query={q} />;
}
