/** Files of any record: reading the list, attaching, renaming, removing. */
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { FileView } from '#contract/file.ts';
import type { FileKind } from '#domain/files.ts';
import type { OwnerKind } from '#domain/notes.ts';
import { api } from '../lib/api.ts';
import { uploadClient } from '../lib/upload.ts';
import { rowsRead, widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

/** Links in the list are good for 15 minutes: it is read again before they are over. */
const READ_AGAIN_MS = 10 * 60_000;

export const fileQueries = {
  all: () => ['files'] as const,
  of: (ownerKind: OwnerKind, ownerId: number) => ({
    ...widePages([...fileQueries.all(), ownerKind, ownerId], (page, signal) =>
      api.call('files.list', { query: { ownerKind, ownerId, ...page }, background: true, signal }),
    ),
    refetchInterval: READ_AGAIN_MS,
    select: rowsRead<FileView>,
  }),
};

export type NewFile = {
  readonly ownerKind: OwnerKind;
  readonly ownerId: number;
  readonly file: File;
  readonly kind?: FileKind | undefined;
  /** Share of the bytes sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
};
type Written = ResultOf<'files.change'>;

const stale = (_: unknown, result: Written | undefined) => [
  result ? fileQueries.of(result.file.ownerKind, result.file.ownerId).queryKey : fileQueries.all(),
  ['history', 'file'],
  ['operations'],
];

export const fileMutations = {
  upload: () =>
    write<NewFile, Written>({
      key: ['files', 'upload'],
      send: ({ ownerKind, ownerId, file, kind, onProgress }, { idempotencyKey }) =>
        uploadClient(onProgress).call('files.upload', {
          query: { ownerKind, ownerId, fileName: file.name.slice(-200), kind },
          upload: file,
          idempotencyKey,
        }),
      stale,
    }),
  /** `expected` is the version of the file as it is shown. */
  change: () =>
    write<Based & { id: number; changes: BodyIn<'files.change'>['changes'] }, Written>({
      key: ['files', 'change'],
      send: ({ id, changes }, { expected, idempotencyKey }) =>
        api.call('files.change', { params: { id }, body: { expected, changes }, idempotencyKey }),
      versionsIn: ({ file }) => [{ kind: 'file', id: file.id, version: file.version }],
      stale,
    }),
};
