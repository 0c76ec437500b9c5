/** Who is signed in, and what concerns their own account. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn } from '#contract/endpoints.ts';
import type { CurrentUser } from '#contract/session.ts';
import { api } from '../lib/api.ts';
import { sessionClosed, sessionOpened } from '../lib/session.ts';
import { write } from './write.ts';

export const sessionQueries = {
  all: () => ['session'] as const,
  user: () =>
    queryOptions({
      queryKey: [...sessionQueries.all(), 'user'],
      queryFn: async ({ signal }) => {
        const user = await api.call('session.user', { signal });
        sessionOpened();
        return user;
      },
      staleTime: 5 * 60_000,
      gcTime: Number.POSITIVE_INFINITY,
    }),
  list: () =>
    queryOptions({
      queryKey: [...sessionQueries.all(), 'list'],
      queryFn: ({ signal }) => api.call('session.list', { signal }),
      staleTime: 0,
    }),
  setupState: () =>
    queryOptions({
      queryKey: [...sessionQueries.all(), 'setup-state'],
      queryFn: ({ signal }) => api.call('session.setupState', { signal }),
      staleTime: 0,
    }),
};

function enter(client: QueryClient, user: CurrentUser): void {
  const before = client.getQueryData(sessionQueries.user().queryKey);
  // Another person at the same desk: nothing of the last one's may be seen.
  if (before && (before.id !== user.id || before.tenantId !== user.tenantId)) client.clear();
  client.setQueryData(sessionQueries.user().queryKey, user);
  sessionOpened();
}

export const sessionMutations = {
  signIn: () =>
    write<BodyIn<'session.signIn'>, CurrentUser>({
      key: ['session', 'sign-in'],
      send: ({ email, password }) => api.call('session.signIn', { body: { email, password } }),
      apply: enter,
    }),
  signOut: () =>
    write<object, undefined>({
      key: ['session', 'sign-out'],
      send: () => api.call('session.signOut', {}),
      apply: sessionClosed,
    }),
  end: () =>
    write<{ key: string }, undefined>({
      key: ['session', 'end'],
      send: ({ key }) => api.call('session.end', { params: { key } }),
      stale: () => [sessionQueries.list().queryKey],
    }),
  changePassword: () =>
    write<BodyIn<'session.changePassword'>, undefined>({
      key: ['session', 'change-password'],
      send: ({ current, next }) => api.call('session.changePassword', { body: { current, next } }),
      stale: () => [sessionQueries.list().queryKey],
    }),
  firstAdmin: () =>
    write<BodyIn<'session.firstAdmin'>, CurrentUser>({
      key: ['session', 'first-admin'],
      send: (body) => api.call('session.firstAdmin', { body }),
      apply: enter,
    }),
};
