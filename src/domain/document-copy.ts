/**
 * What a document keeps of its own (domain-rules §1, "Snapshots"): an address as it was when the document was made.
 * Later changes of the customer, the place or the set-up do not touch it.
 */

export type PostalAddress = {
  readonly street: string;
  readonly unit: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
};
export type AddressCopy = PostalAddress & { readonly name: string };

/** Autotask's lengths of a document's address (§1), in characters; the database checks the same. */
export const DOCUMENT_LENGTHS: Readonly<Record<keyof AddressCopy, number>> = {
  name: 100,
  street: 128,
  unit: 128,
  city: 30,
  state: 25,
  zip: 10,
  country: 2,
};

/** A record may hold more than fits on a document: the copy holds what fits, the record keeps the rest. */
export const fitted = (text: string, field: keyof AddressCopy): string =>
  [...text].slice(0, DOCUMENT_LENGTHS[field]).join('').trimEnd();

/** The address as the document keeps it. `null`: none is known, the name stands alone. */
export function addressCopy(name: string, address: PostalAddress | null): AddressCopy {
  const of = (field: keyof PostalAddress) => fitted(address?.[field] ?? '', field);
  return {
    name: fitted(name, 'name'),
    street: of('street'),
    unit: of('unit'),
    city: of('city'),
    state: of('state'),
    zip: of('zip'),
    country: of('country'),
  };
}
