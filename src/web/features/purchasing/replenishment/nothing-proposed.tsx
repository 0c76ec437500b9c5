import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../../ui/empty-state.tsx';

export type NothingProps = { wasRaised: boolean; isFiltered: boolean };

/** Nothing is needed, or nothing more. */
export function Nothing({ wasRaised, isFiltered }: NothingProps) {
  if (isFiltered) return <EmptyState text="Nothing is needed at this place." />;
  return (
    <EmptyState
      text={
        wasRaised
          ? 'All that was needed is ordered. The vendors have not got these orders yet: send them.'
          : 'Nothing is needed: no place holds less than its least, and what jobs used was ordered again. How much should lie where is said on the page of a SKU.'
      }
      action={
        wasRaised ? (
          <Link to="/purchase-orders" search={{ status: ['Pending'] }}>
            See the pending orders
          </Link>
        ) : (
          <Link to="/skus">See the SKUs</Link>
        )
      }
    />
  );
}
