/** For component tests: what is read before any page, without a server. */
import { QueryClient } from '@tanstack/react-query';
import type { Role } from '#domain/roles.ts';
import { sessionQueries } from './session.ts';
import { setupQueries } from './setup.ts';

/** Somebody of all units is signed in. @param setup the lists the part looks at */
export function signedIn(role: Role, setup: object): QueryClient {
  const client = new QueryClient();
  client.setQueryData(setupQueries.get().queryKey, setup as never);
  client.setQueryData(sessionQueries.user().queryKey, {
    id: 2,
    businessUnitIds: null,
    rights: [],
    roles: [role],
  } as never);
  return client;
}
