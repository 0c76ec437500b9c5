/** The company's users, for admins. */
import { queryOptions } from '@tanstack/react-query';
import type { BodyIn } from '#contract/endpoints.ts';
import type { User } from '#contract/session.ts';
import { api } from '../lib/api.ts';
import { write } from './write.ts';

export const userQueries = {
  all: () => ['users'] as const,
  list: () =>
    queryOptions({
      queryKey: [...userQueries.all(), 'list'],
      queryFn: ({ signal }) => api.call('users.list', { signal }),
    }),
};

type ChangeUser = { id: number; version: number; changes: BodyIn<'users.change'>['changes'] };

export const userMutations = {
  create: () =>
    write<BodyIn<'users.create'>, User>({
      key: ['users', 'create'],
      send: (body, { idempotencyKey }) => api.call('users.create', { body, idempotencyKey }),
      stale: () => [userQueries.all()],
    }),
  /** `version` is the one the form was opened on. */
  change: () =>
    write<ChangeUser, User>({
      key: ['users', 'change'],
      send: ({ id, version, changes }, { idempotencyKey }) =>
        api.call('users.change', { params: { id }, body: { version, changes }, idempotencyKey }),
      stale: () => [userQueries.all()],
    }),
  endSessions: () =>
    write<{ id: number }, unknown>({
      key: ['users', 'end-sessions'],
      send: ({ id }, { idempotencyKey }) => api.call('users.endSessions', { params: { id }, idempotencyKey }),
    }),
};
