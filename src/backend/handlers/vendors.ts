/** Vendors and the people there. */
import type { vendors as rows } from '#contract/routes/vendors.ts';
import { auditedCheck } from '../list-imports/audited-check.ts';
import { vendorBought } from '../purchasing/bought.ts';
import { createVendor, updateVendor } from '../vendors/commands.ts';
import { addContact, updateContact } from '../vendors/contacts.ts';
import { checkVendorImport, exportVendors, importVendors } from '../vendors/import.ts';
import { vendorPage } from '../vendors/list.ts';
import { vendorById, vendorsAlike } from '../vendors/queries.ts';
import { created, given, type Handlers, idOf, ok } from './ask.ts';

export const vendorsHandlers: Handlers<keyof typeof rows> = {
  'vendors.list': ({ tx, query }) => ok(vendorPage(tx, query)),
  'vendors.alike': ({ tx, query }) => ok(vendorsAlike(tx, query)),
  'vendors.export': ({ tx }) => exportVendors(tx),
  'vendors.checkImport': ({ tx, context, body }) =>
    ok(auditedCheck(tx, context, 'vendor.check-import', checkVendorImport(tx, body))),
  'vendors.import': ({ tx, context, body }) => ok(importVendors(tx, context, body)),
  'vendors.get': ({ tx, params }) => ok(vendorById(tx, idOf(params))),
  'vendors.bought': ({ tx, context, params }) => ok(vendorBought(tx, context, idOf(params))),
  'vendors.create': ({ tx, context, body }) => created(createVendor(tx, context, body)),
  'vendors.update': ({ tx, context, params, body }) =>
    ok(updateVendor(tx, context, idOf(params), { ...body, changes: given(body.changes) })),
  'vendorContacts.create': ({ tx, context, body }) => created(addContact(tx, context, body)),
  'vendorContacts.update': ({ tx, context, params, body }) =>
    ok(updateContact(tx, context, idOf(params), { ...body, changes: given(body.changes) })),
};
