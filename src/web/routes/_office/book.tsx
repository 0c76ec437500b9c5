import { createFileRoute } from '@tanstack/react-router';
import { BookingPage } from '../../features/booking/booking-page.tsx';
import { idIn, textIn } from '../../lib/search-params.ts';

type BookSearch = {
  customer?: number | undefined;
  location?: number | undefined;
  phone?: string | undefined;
  q?: string | undefined;
  /** The job whose work is done again, or under warranty. */
  recall?: number | undefined;
  warranty?: number | undefined;
};

export const Route = createFileRoute('/_office/book')({
  validateSearch: (search: Record<string, unknown>): BookSearch => ({
    customer: idIn(search.customer),
    location: idIn(search.location),
    phone: textIn(search.phone),
    q: textIn(search.q),
    recall: idIn(search.recall),
    warranty: idIn(search.warranty),
  }),
  component: BookRoute,
});

function BookRoute() {
  const { customer, location, phone, q, recall, warranty } = Route.useSearch();
  const original = recall
    ? ({ kind: 'recall', jobId: recall } as const)
    : warranty
      ? ({ kind: 'warranty', jobId: warranty } as const)
      : undefined;
  return (
    <BookingPage customerId={customer} locationId={location} phone={phone} query={q} original={original} />
  );
}
