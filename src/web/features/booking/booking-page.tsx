import { NotBuiltYet } from '../../parts/not-built-yet.tsx';

/** `query`: what was typed into the palette before "Book a job for …". */
export type BookingPageProps = { customerId: number | undefined; query: string | undefined };

export function BookingPage(_props: BookingPageProps) {
  return <NotBuiltYet title="Book a job" />;
}
