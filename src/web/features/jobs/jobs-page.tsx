import { NotBuiltYet } from '../../parts/not-built-yet.tsx';
import type { JobsSearch } from './jobs-search.ts';

export function JobsPage(_props: { search: JobsSearch }) {
  return <NotBuiltYet title="Jobs" />;
}
