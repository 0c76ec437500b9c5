/** For every route of `contract/routes/session.ts` a request that succeeds. */
import type { session } from '#contract/routes/session.ts';
import { PASSWORD } from '../../stack.ts';
import { fresh, plain, type RequestsOf } from './makers.ts';

export const sessionRequests: RequestsOf<typeof session> = {
  'session.signIn': async () => ({ body: { email: 'csr@company1.test', password: PASSWORD } }),
  'session.signOut': plain,
  'session.user': plain,
  'session.list': plain,
  'session.end': async () => ({ params: { key: 'abcdefabcdef' } }),
  'session.changePassword': async () => ({ body: { current: PASSWORD, next: PASSWORD } }),
  'session.setupState': plain,
  'session.firstAdmin': async () => ({
    body: { token: 'x', companyName: 'Acme', name: 'Ann', email: 'ann@acme.test', password: PASSWORD },
  }),
  'users.list': plain,
  'users.create': async () => ({
    body: {
      name: 'New',
      email: `new${fresh()}@company1.test`,
      roles: ['csr'],
      businessUnitIds: null,
      password: PASSWORD,
    },
  }),
  'users.change': async ({ database }) => {
    const [row] = await database.transaction({ tenantId: 1, readOnly: true }, (tx) =>
      tx.query<{ version: number }>('select version from office.users where id = 190'),
    );
    return {
      params: { id: 190 },
      body: { version: row!.version, changes: { name: `technician ${fresh()}` } },
    };
  },
  'openapi.get': plain,
  'events.stream': plain,
};
