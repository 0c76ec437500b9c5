import { NotBuiltYet } from '../../parts/not-built-yet.tsx';

/** The card is in the cache: `useSuspenseQuery(jobQueries.detail(id))`. */
export function JobPage({ id }: { id: number }) {
  return <NotBuiltYet title={`Job ${id}`} />;
}
