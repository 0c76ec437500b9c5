import { NotBuiltYet } from '../../parts/not-built-yet.tsx';

/** The customer is in the cache: `useSuspenseQuery(customerQueries.detail(id))`. */
export function CustomerPage({ id }: { id: number }) {
  return <NotBuiltYet title={`Customer ${id}`} />;
}
