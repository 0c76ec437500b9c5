/** For every route of `contract/routes/customers.ts` a request that succeeds. */
import type { customers } from '#contract/routes/customers.ts';
import type { Id } from '#domain/ids.ts';
import type { Maker } from '../fresh-cards.ts';
import type { Ground } from '../ground.ts';
import { byId, fresh, plain, type RequestsOf, versionOf } from './makers.ts';

const onRecord =
  (kind: 'customer' | 'location' | 'contact', id: (ground: Ground) => Id, changes: object): Maker =>
  async (ground) => ({
    params: { id: id(ground) },
    body: {
      expected: [{ kind, id: id(ground), version: await versionOf(ground, `${kind}s`, id(ground)) }],
      changes,
    },
  });

export const customersRequests: RequestsOf<typeof customers> = {
  'customers.list': async () => ({ query: { q: 'lopez' } }),
  'customers.get': byId(({ mine }) => mine.customerId),
  'customers.matches': async () => ({ query: { name: 'Maria Lopez', street: '12 Main St' } }),
  'customers.overview': byId(({ mine }) => mine.customerId),
  'customers.create': async ({ mine }) => ({
    body: {
      name: 'Ida Moss',
      tagIds: [mine.tagId],
      locations: [{ street: '1 Elm St', zoneId: mine.zoneId, taxZoneId: mine.taxZoneId }],
      contacts: [{ kind: 'Phone', value: '617 555 0199' }],
    },
  }),
  'customers.update': async (ground) => {
    const call = await onRecord('customer', ({ mine }) => mine.customerId, {})(ground);
    const { tagId } = ground.mine;
    return { ...call, body: { ...(call.body as object), changes: { memo: `m${fresh()}`, tagIds: [tagId] } } };
  },
  'customers.merge': async (ground) => {
    const { mine, company } = ground;
    const key = `absorbed ${fresh()}`;
    const body = { name: key };
    const { customer } = await company.person('admin').call('customers.create', { key, body });
    const version = await versionOf(ground, 'customers', mine.customerId);
    return {
      params: { id: mine.customerId },
      body: {
        expected: [
          { kind: 'customer', id: mine.customerId, version },
          { kind: 'customer', id: customer.id, version: customer.version },
        ],
        absorbId: customer.id,
        choice: {},
      },
    };
  },
  'locations.create': async ({ mine }) => ({
    body: {
      customerId: mine.customerId,
      location: { street: '2 Elm St', zoneId: mine.zoneId, taxZoneId: mine.taxZoneId },
    },
  }),
  'locations.zone': async () => ({ query: { zip: '02169' } }),
  'locations.update': async (ground) => {
    const call = await onRecord('location', ({ mine }) => mine.locationId, {})(ground);
    const { zoneId, taxZoneId } = ground.mine;
    return {
      ...call,
      body: { ...(call.body as object), changes: { memo: `m${fresh()}`, zoneId, taxZoneId } },
    };
  },
  'contacts.create': async ({ mine }) => ({
    body: {
      customerId: mine.customerId,
      contact: { kind: 'Mobile', value: '617 555 0111', locationId: mine.locationId },
    },
  }),
  'contacts.update': onRecord('contact', ({ mine }) => mine.contactId, { memo: 'after six' }),
  'calls.list': plain,
  'calls.record': async ({ mine }) => ({ body: { phone: '617 555 0100', customerId: mine.customerId } }),
};
