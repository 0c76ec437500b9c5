import { unitPrice } from '../money.ts';
import type { CatalogueItem } from './catalogue.ts';
import type { Vendor } from './vendor.ts';

export const vendorWith = (values: Partial<Vendor> = {}): Vendor => ({
  id: 1,
  name: 'Ferguson Supply',
  contactFirstName: '',
  contactLastName: '',
  phone: '',
  email: '',
  fax: '',
  street: '1 Dock St',
  unit: '',
  city: 'Quincy',
  state: 'MA',
  zip: '02169',
  country: 'US',
  memo: '',
  defaultTaxRate: 0,
  deliveryOption: 'Manual',
  paymentTermId: null,
  remittanceVendorId: null,
  tagIds: [],
  overReceiptTolerance: 0,
  priceTolerance: 0,
  externalKey: null,
  active: true,
  ...values,
});

export const catalogueItemWith = (values: Partial<CatalogueItem> = {}): CatalogueItem => ({
  id: 1,
  vendorId: 2,
  skuId: 3,
  vendorPartNumber: '',
  description: '',
  cost: unitPrice(0),
  leadDays: null,
  minQuantity: null,
  priceBreaks: [],
  preferred: false,
  externalKey: null,
  active: true,
  ...values,
});
