/** For every route of `contract/routes/vendors.ts` a request that succeeds. */
import type { vendors } from '#contract/routes/vendors.ts';
import type { Ground } from '../ground.ts';
import { byId, fresh, type RequestsOf, versionOf } from './makers.ts';

/** A vendor nobody is paid in place of, so that it may be paid in place of others. */
async function freshVendor({ company }: Ground) {
  const { vendor } = await company.person('purchasing').call('vendors.create', {
    key: `fresh vendor ${fresh()}`,
    body: { name: `Vendor ${fresh()}`, street: '2 Dock St', city: 'Quincy' },
  });
  return vendor.id;
}

export const vendorsRequests: RequestsOf<typeof vendors> = {
  'vendors.list': async ({ mine }) => ({
    query: {
      q: 'lopez',
      tagIds: String(mine.tagId),
      paymentTermId: String(mine.paymentTermId),
      deliveryOptions: 'Manual,EmailAsPdf',
    },
  }),
  'vendors.alike': async () => ({ query: { name: 'Maria Lopez' } }),
  'vendors.export': async () => ({}),
  'vendors.checkImport': async () => ({
    body: { csv: `Name,Street,City\nVendor ${fresh()},4 Dock St,Quincy\n` },
  }),
  'vendors.import': async (ground) => {
    const csv = `Name,Street,City\nVendor ${fresh()},4 Dock St,Quincy\n`;
    const { seen } = await ground.company.person('purchasing').call('vendors.checkImport', { body: { csv } });
    return { body: { csv, seen } };
  },
  'vendors.get': byId(({ mine }) => mine.vendorId),
  'vendors.bought': byId(({ mine }) => mine.vendorId),
  'vendors.create': async (ground) => ({
    body: {
      name: `Vendor ${fresh()}`,
      street: '3 Dock St',
      city: 'Quincy',
      paymentTermId: ground.mine.paymentTermId,
      remittanceVendorId: await freshVendor(ground),
      tagIds: [ground.mine.tagId],
    },
  }),
  'vendors.update': async (ground) => {
    const { vendorId: id, paymentTermId, tagId } = ground.mine;
    const version = await versionOf(ground, 'vendors', id);
    const remittanceVendorId = await freshVendor(ground);
    return {
      params: { id },
      body: {
        expected: [{ kind: 'vendor', id, version }],
        changes: { name: `Renamed ${fresh()}`, paymentTermId, remittanceVendorId, tagIds: [tagId] },
      },
    };
  },
  'vendorContacts.create': async ({ mine }) => ({
    body: { vendorId: mine.vendorId, contact: { name: `Counter ${fresh()}`, phone: '617 555 0142' } },
  }),
  'vendorContacts.update': async (ground) => {
    const id = ground.mine.vendorContactId;
    const version = await versionOf(ground, 'vendor_contacts', id);
    return {
      params: { id },
      body: {
        expected: [{ kind: 'vendorContact', id, version }],
        changes: { name: `Counter ${fresh()}` },
      },
    };
  },
};
