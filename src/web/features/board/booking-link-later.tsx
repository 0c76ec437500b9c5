import { lazy, Suspense } from 'react';

const BookingLink = lazy(async () => ({
  default: (await import('../../parts/booking-link.tsx')).BookingLink,
}));

/** The way to a booking, on a board with nothing to show: read then, not with every board (e2e/board-weight.spec.ts). */
export const BookingLinkLater = (props: { variant?: 'primary' | 'secondary' }) => (
  <Suspense fallback={null}>
    <BookingLink {...props} />
  </Suspense>
);
