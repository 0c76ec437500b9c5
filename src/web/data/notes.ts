/** Notes of any record: reading them, writing, rewording, pinning, deleting. */
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { Note } from '#contract/note.ts';
import type { OwnerKind } from '#domain/notes.ts';
import { api } from '../lib/api.ts';
import { rowsRead, widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

export const noteQueries = {
  all: () => ['notes'] as const,
  of: (ownerKind: OwnerKind, ownerId: number) => ({
    ...widePages([...noteQueries.all(), ownerKind, ownerId], (page, signal) =>
      api.call('notes.list', { query: { ownerKind, ownerId, ...page }, signal }),
    ),
    select: rowsRead<Note>,
  }),
};

type Written = ResultOf<'notes.change'>;

const stale = (_: unknown, result: Written | undefined) => [
  result ? noteQueries.of(result.note.ownerKind, result.note.ownerId).queryKey : noteQueries.all(),
  ['history', 'note'],
  ['operations'],
];

export const noteMutations = {
  add: () =>
    write<BodyIn<'notes.add'>, Written>({
      key: ['notes', 'add'],
      send: (body, { idempotencyKey }) => api.call('notes.add', { body, idempotencyKey }),
      stale,
    }),
  /** `expected` is the version of the note as it is shown. */
  change: () =>
    write<Based & { id: number; changes: BodyIn<'notes.change'>['changes'] }, Written>({
      key: ['notes', 'change'],
      send: ({ id, changes }, { expected, idempotencyKey }) =>
        api.call('notes.change', { params: { id }, body: { expected, changes }, idempotencyKey }),
      versionsIn: ({ note }) => [{ kind: 'note', id: note.id, version: note.version }],
      stale,
    }),
};
