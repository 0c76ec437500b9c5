/** Imports of service requests: upload, mapping, preview of every row's fate, run. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { urlOf } from '#contract/client.ts';
import type { ImportMapping, ImportState, ROW_FATES } from '#contract/import.ts';
import { api } from '../lib/api.ts';
import { uploadClient } from '../lib/upload.ts';
import { write } from './write.ts';

/** Somebody works on it: it has to be asked again. */
export const isBusy = (status: ImportState['status']): boolean =>
  status === 'Checking' || status === 'Running';

export const importQueries = {
  all: () => ['imports'] as const,
  list: () =>
    queryOptions({
      queryKey: [...importQueries.all(), 'list'],
      queryFn: ({ signal }) => api.call('imports.list', { background: true, signal }),
      refetchInterval: ({ state }) =>
        state.data?.items.some(({ status }) => isBusy(status)) ? 2_000 : false,
    }),
  /** Asked again each second while it works; those readings do not keep the session alive. */
  detail: (id: number) =>
    queryOptions({
      queryKey: [...importQueries.all(), 'detail', id],
      queryFn: ({ signal }) => api.call('imports.get', { params: { id }, background: true, signal }),
      refetchInterval: ({ state }) => (state.data && isBusy(state.data.status) ? 1_000 : false),
    }),
  rows: (id: number, fate?: (typeof ROW_FATES)[number]) =>
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

export type UploadedFile = {
  readonly file: File;
  /** Share of the bytes sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

export const importMutations = {
  upload: () =>
    write<UploadedFile, ImportState>({
      key: ['imports', 'upload'],
      send: ({ file, onProgress, signal }, { idempotencyKey }) =>
        uploadClient(onProgress).call('imports.upload', {
          query: { fileName: file.name.slice(-200) },
          upload: file,
          idempotencyKey,
          signal,
        }),
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
  cancel: () =>
    write<{ id: number }, ImportState>({
      key: ['imports', 'cancel'],
      send: ({ id }) => api.call('imports.cancel', { params: { id } }),
      stale: ({ id }) => changed(id),
    }),
};
