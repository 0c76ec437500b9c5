import type { DeliveryOption } from '#domain/vendor/delivery.ts';
import type { VendorFilters } from '../../data/vendors.ts';

/** The list's state in its URL: `?q=pipe&tags=12&term=3&delivery=EmailAsPdf&active=false&sort=-city`. */
export type VendorsSearch = {
  q?: string | undefined;
  tags?: number[] | undefined;
  term?: number | undefined;
  delivery?: DeliveryOption[] | undefined;
  /** Those out of use. */
  active?: 'false' | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
  /** The form of a new one is open: in the address, so that the palette leads to it from anywhere. */
  new?: 'yes' | undefined;
};

export const filtersOf = ({ q, tags, term, delivery, active }: VendorsSearch): VendorFilters => ({
  q,
  active,
  tagIds: tags,
  paymentTermId: term,
  deliveryOptions: delivery,
});
