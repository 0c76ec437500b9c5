/** Customers, locations, contacts. */
import type { customers as rows } from '#contract/routes/customers.ts';
import { recentCalls, recordCall } from '../customers/calls.ts';
import * as customers from '../customers/commands.ts';
import { draftOf, matchesOf } from '../customers/matches.ts';
import { mergeCustomers } from '../customers/merge.ts';
import { customerOverview } from '../customers/overview.ts';
import { customerById } from '../customers/queries.ts';
import { customerPage } from '../customers/search.ts';
import { withVisibleJobs } from '../customers/visible-jobs.ts';
import { zonesOfZips } from '../schedule/known-zone.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const customersHandlers: Handlers<keyof typeof rows> = {
  'customers.list': async ({ tx, context, query }) => {
    const page = await customerPage(tx, query);
    return { status: 200, body: { ...page, items: await withVisibleJobs(tx, context.actor, page.items) } };
  },
  'customers.get': ({ tx, params }) => ok(customerById(tx, idOf(params))),
  'customers.matches': ({ tx, context, query }) =>
    ok(matchesOf(tx, context.actor, draftOf(query), query.except)),
  'customers.overview': ({ tx, context, params }) => ok(customerOverview(tx, context, idOf(params))),
  'customers.create': ({ tx, context, body }) => created(customers.createCustomer(tx, context, body)),
  'customers.update': ({ tx, context, params, body }) =>
    ok(customers.updateCustomer(tx, context, idOf(params), body)),
  'customers.merge': ({ tx, context, params, body }) => ok(mergeCustomers(tx, context, idOf(params), body)),
  'locations.create': ({ tx, context, body }) => created(customers.addLocation(tx, context, body)),
  'locations.zone': async ({ tx, query: { zip } }) => {
    const zones = await zonesOfZips(tx, [zip]);
    return { status: 200, body: { zoneId: zones.get(zip) ?? null } };
  },
  'locations.update': ({ tx, context, params, body }) =>
    ok(customers.updateLocation(tx, context, idOf(params), body)),
  'contacts.create': ({ tx, context, body }) => created(customers.addContact(tx, context, body)),
  'contacts.update': ({ tx, context, params, body }) =>
    ok(customers.updateContact(tx, context, idOf(params), body)),
  'calls.list': ({ tx, query }) => ok(recentCalls(tx, query)),
  'calls.record': ({ tx, context, body }) => created(recordCall(tx, context, body)),
};
