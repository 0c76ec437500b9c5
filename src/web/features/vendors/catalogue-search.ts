/** The state of a vendor's catalogue in its URL: `?q=motor&active=false&sort=-cost`. */
export type CatalogueSearch = {
  q?: string | undefined;
  /** Those taken out of it. */
  active?: 'false' | undefined;
  sort?: string | undefined;
};
