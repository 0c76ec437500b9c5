import { IMPORT_KINDS, type ImportKind, ROW_FATES, type RowFate } from '#contract/import-kinds.ts';
import { idIn, wordIn } from '../../lib/search-params.ts';

/** The page's state in its URL: `?import=12&fate=reject`. */
export type ImportsSearch = {
  /** The import on show; left out: the list. */
  import?: number | undefined;
  /** Only rows with that fate. */
  fate?: RowFate | undefined;
  /** The mapping on show again although it was checked. */
  step?: 'mapping' | undefined;
  /** What the next file holds; left out: service requests. */
  kind?: ImportKind | undefined;
};

export const importsSearch = (search: Record<string, unknown>): ImportsSearch => ({
  import: idIn(search.import),
  fate: wordIn(search.fate, ROW_FATES),
  step: wordIn(search.step, ['mapping']),
  kind: wordIn(search.kind, IMPORT_KINDS),
});
