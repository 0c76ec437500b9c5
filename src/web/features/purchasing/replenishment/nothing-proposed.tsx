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
          ? 'All that was needed is on its way to a vendor.'
          : 'Nothing is needed: no place holds less than its least, and what jobs used was ordered again. How much should lie where is said on the page of a SKU.'
      }
      action={
        <Link to={wasRaised ? '/purchase-orders' : '/skus'}>
          {wasRaised ? 'See the orders' : 'See the SKUs'}
        </Link>
      }
    />
  );
}
