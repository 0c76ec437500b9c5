import { ImportView } from './import-view.tsx';
import { ImportsList } from './imports-list.tsx';
import type { ImportsSearch } from './imports-search.ts';

/** The list of imports with a place to drop a file, or one import from upload to result. */
export function ImportsPage({ search }: { search: ImportsSearch }) {
  // The key: another import is another page, with forms of its own.
  return search.import === undefined ? (
    <ImportsList kind={search.kind} />
  ) : (
    <ImportView key={search.import} importId={search.import} search={search} />
  );
}
