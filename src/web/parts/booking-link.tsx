import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCurrentUser } from '../data/current-user.ts';
import { setupQueries } from '../data/setup.ts';
import { mayCall } from '../lib/session.ts';
import { type ButtonProps, buttonClass } from '../ui/button.tsx';
import { missingSetup } from './missing-setup.tsx';

/** The way to a booking, for who may book; before there is anything to book with, the way to what is missing. */
export function BookingLink({ variant = 'primary', size }: Pick<ButtonProps, 'variant' | 'size'>) {
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  if (!mayCall(user, 'jobs.book')) return null;
  if (missingSetup(setup).length === 0) {
    return (
      <Link to="/book" className={buttonClass(variant, size)}>
        Book a job
      </Link>
    );
  }
  if (!mayCall(user, 'setupRecords.create')) {
    return <span className="text-muted">An administrator sets the company up first.</span>;
  }
  return (
    <Link to="/settings" className={buttonClass(variant, size)}>
      Set up the company
    </Link>
  );
}
