/** Imports: upload, mapping, preview of every row's fate, run, undo. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { urlOf } from '#contract/client.ts';
import type { ImportMapping, ImportState } from '#contract/import.ts';
import type { ImportKind, RowFate } from '#contract/import-kinds.ts';
import { isImportBusy } from '#domain/import-steps.ts';
import { api } from '../lib/api.ts';
import { uploadClient } from '../lib/upload.ts';
import { write } from './write.ts';

export const importQueries = {
  all: () => ['imports'] as const,
  list: () =>
    queryOptions({
      queryKey: [...importQueries.all(), 'list'],
      queryFn: ({ signal }) => api.call('imports.list', { background: true, signal }),
      refetchInterval: ({ state }) =>
        state.data?.items.some(({ status }) => isImportBusy(status)) ? 2_000 : false,
    }),
  /** Asked again each second while it works; those readings do not keep the session alive. */
  detail: (id: number) =>
    queryOptions({
      queryKey: [...importQueries.all(), 'detail', id],
      queryFn: ({ signal }) => api.call('imports.get', { params: { id }, background: true, signal }),
      refetchInterval: ({ state }) => (state.data && isImportBusy(state.data.status) ? 1_000 : false),
    }),
  rows: (id: number, fate?: RowFate) =>
    infiniteQueryOptions({
      queryKey: [...importQueries.all(), 'rows', id, fate ?? 'any'],
      queryFn: ({ pageParam, signal }) =>
        api.call('imports.rows', { params: { id }, query: { fate, after: pageParam, limit: 500 }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
};

/** The result as CSV is a plain link: downloads are GET and need no header (R14). */
export const importResultUrl = (id: number): string => urlOf('imports.result', { id });

const changed = (id: number) => [importQueries.list().queryKey, importQueries.detail(id).queryKey];

type UploadedFile = {
  readonly kind: ImportKind;
  readonly file: File;
  /** Share of the bytes sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

export const importMutations = {
  upload: () =>
    write<UploadedFile, ImportState>({
      key: ['imports', 'upload'],
      send: ({ kind, file, onProgress, signal }, { idempotencyKey }) => {
        const client = uploadClient(onProgress);
        const sent = {
          query: { fileName: file.name.slice(-200) },
          upload: file,
          idempotencyKey,
          signal,
        };
        return kind === 'service-requests'
          ? client.call('imports.upload', sent)
          : client.call('imports.uploadRecords', { ...sent, params: { what: kind } });
      },
      apply: (client, state) => client.setQueryData(importQueries.detail(state.id).queryKey, state),
      stale: () => [importQueries.list().queryKey],
    }),
  check: () =>
    write<{ id: number; mapping: ImportMapping }, ImportState>({
      key: ['imports', 'check'],
      send: ({ id, mapping }) => api.call('imports.check', { params: { id }, body: mapping }),
      stale: ({ id }) => [...changed(id), [...importQueries.all(), 'rows', id]],
    }),
  run: () =>
    write<{ id: number }, ImportState>({
      key: ['imports', 'run'],
      send: ({ id }) => api.call('imports.run', { params: { id } }),
      stale: ({ id }) => changed(id),
    }),
  undo: () =>
    write<{ id: number }, ImportState>({
      key: ['imports', 'undo'],
      send: ({ id }) => api.call('imports.undo', { params: { id } }),
      stale: ({ id }) => [...changed(id), [...importQueries.all(), 'rows', id]],
    }),
  cancel: () =>
    write<{ id: number }, ImportState>({
      key: ['imports', 'cancel'],
      send: ({ id }) => api.call('imports.cancel', { params: { id } }),
      stale: ({ id }) => changed(id),
    }),
};
