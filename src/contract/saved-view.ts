/** Views of a list that a person saved: the list's address under a name, for oneself or for all. */
import { z } from 'zod';
import { LONGEST_OWN_NAME } from '#domain/lengths.ts';
import { id, requiredText, version } from './scalars.ts';

/** The list, as the address says: `jobs`. */
export const viewPage = z.string().regex(/^[a-z][a-z-]{0,39}$/);
/** The page's search as it stands in the address, name by name. */
const viewSearch = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/), z.string().max(500));
/** No list has so many filters; shared views are read by everybody with the list, so nobody may make them long. */
const MOST_FILTERS = 40;
const newSearch = viewSearch.refine(
  (search) => Object.keys(search).length <= MOST_FILTERS,
  `has more than ${MOST_FILTERS} filters`,
);
export const savedView = z.strictObject({
  id,
  version,
  page: viewPage,
  name: z.string(),
  search: viewSearch,
  shared: z.boolean(),
  ownerId: id,
  ownerName: z.string(),
  /** It is how this person's list opens. */
  isDefault: z.boolean(),
});
/** One's own and those shared, by name. */
export const savedViews = z.strictObject({ items: z.array(savedView) });
const name = requiredText(LONGEST_OWN_NAME);
export const newView = z.strictObject({
  page: viewPage,
  name,
  search: newSearch,
  shared: z.boolean().default(false),
});
/** Name, search and sharing are the owner's to change; `isDefault` is each person's own. */
export const changeView = z.strictObject({
  version: version.optional(),
  changes: z.strictObject({ name, search: newSearch, shared: z.boolean(), isDefault: z.boolean() }).partial(),
});

export type SavedView = z.output<typeof savedView>;
