/** Whom the demo company buys from: each reached by orders in another way, one paid through another. */
import type { Id } from '#domain/ids.ts';
import type { Vendor } from '#domain/vendor/vendor.ts';
import { foundBy } from '../vendors/search-text.ts';
import type { AddRows } from './add-rows.ts';

type Written = Omit<Vendor, 'id' | 'active'>;

const BLANK: Written = {
  name: '',
  contactFirstName: '',
  contactLastName: '',
  phone: '',
  email: '',
  fax: '',
  street: '',
  unit: '',
  city: '',
  state: 'MA',
  zip: '',
  country: 'US',
  memo: '',
  defaultTaxRate: 62_500,
  deliveryOption: 'Manual',
  paymentTermId: null,
  remittanceVendorId: null,
  tagIds: [],
  overReceiptTolerance: 0,
  priceTolerance: 0,
  externalKey: null,
};

/** Also the people there, and the set-up's vendors in their order. */
export async function addVendors(add: AddRows, { net30, net15 }: { net30: Id; net15: Id }): Promise<Id[]> {
  const row = (values: Partial<Written>) => ({ ...BLANK, ...values, ...foundBy({ ...BLANK, ...values }) });
  const [receivables] = (await add('vendors', [
    row({
      name: 'Ferguson Receivables',
      phone: '757 555 0170',
      email: 'remittance@ferguson.example',
      street: 'PO Box 4700',
      city: 'Newport News',
      state: 'VA',
      zip: '23606',
      paymentTermId: net30,
    }),
  ])) as [Id];
  const ids = await add('vendors', [
    row({
      name: 'Ferguson Supply',
      contactFirstName: 'Dana',
      contactLastName: 'Whitfield',
      phone: '617 555 0171',
      fax: '617 555 0172',
      email: 'orders@ferguson.example',
      street: '80 Dock Street',
      unit: 'Bay 4',
      city: 'Quincy',
      zip: '02169',
      memo: 'Counter opens at 6:30. Ask for Dana when something is out of stock.',
      deliveryOption: 'EmailAsPdf',
      paymentTermId: net30,
      remittanceVendorId: receivables,
      overReceiptTolerance: 50_000,
      priceTolerance: 20_000,
      externalKey: 'V-100',
    }),
    row({
      name: 'Johnstone',
      contactFirstName: 'Luis',
      contactLastName: 'Ortega',
      phone: '781 555 0173',
      email: 'braintree@johnstone.example',
      street: '12 Granite Avenue',
      city: 'Braintree',
      zip: '02184',
      deliveryOption: 'EmailAsExcelAndPdf',
      paymentTermId: net30,
      priceTolerance: 10_000,
      externalKey: 'V-101',
    }),
    row({
      name: 'Grainger',
      contactLastName: 'Customer service',
      phone: '800 555 0174',
      email: 'service@grainger.example',
      street: '100 Commerce Way',
      city: 'Woburn',
      zip: '01801',
      deliveryOption: 'VendorPortal',
      paymentTermId: net15,
      externalKey: 'V-102',
    }),
    row({
      name: 'Sid Harvey',
      contactFirstName: 'Pat',
      contactLastName: 'Kowalski',
      phone: '617 555 0175 x12',
      street: '7 Mystic Avenue',
      city: 'Medford',
      zip: '02155',
      memo: 'Counter only: they take no orders by e-mail.',
      deliveryOption: 'MarkAsSent',
      paymentTermId: net15,
      overReceiptTolerance: 100_000,
    }),
  ]);
  await add(
    'vendor_contacts',
    [
      { name: 'Marta Silva', role: 'Accounts', phone: '617 555 0176', email: 'accounts@ferguson.example' },
      { name: 'Jo Brennan', role: 'Returns', phone: '617 555 0177', email: '' },
    ].map((one) => ({ ...one, vendorId: ids[0]! })),
  );
  return ids;
}
