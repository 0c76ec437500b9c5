/** The set-up lists as records, for those who keep them. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { urlOf } from '#contract/client.ts';
import type { ResultOf } from '#contract/endpoints.ts';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { api } from '../lib/api.ts';
import { setupQueries } from './setup.ts';
import { type Based, write } from './write.ts';

type Written = ResultOf<'setupRecords.create'>;

export const setupRecordQueries = {
  /** Below the set-up's key: a change of the set-up has them read again. */
  all: () => [...setupQueries.all(), 'records'] as const,
  list: (kind: SetupKind) =>
    queryOptions({
      queryKey: [...setupRecordQueries.all(), kind],
      queryFn: ({ signal }) => api.call(setupEndpoint(kind, 'list'), { params: { kind }, signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  /** What names a record, asked when somebody is about to take it out of use. */
  uses: (kind: SetupKind, id: number) =>
    queryOptions({
      queryKey: [...setupRecordQueries.all(), kind, 'uses', id],
      queryFn: ({ signal }) => api.call(setupEndpoint(kind, 'uses'), { params: { kind, id }, signal }),
      staleTime: 0,
    }),
};

type Create = { kind: SetupKind; values: SetupValues };
type Change = Based & { kind: SetupKind; id: number; changes: SetupValues };

function apply(client: QueryClient, { record }: Written, { kind }: { kind: SetupKind }): void {
  client.setQueryData<SetupRecords>(setupRecordQueries.list(kind).queryKey, (old) => {
    if (!old) return old;
    const isKnown = old.items.some(({ id }) => id === record.id);
    const items = isKnown
      ? old.items.map((one) => (one.id === record.id ? record : one))
      : [...old.items, record];
    return { ...old, items };
  });
}
/** The whole list as CSV is a plain link: downloads are GET and need no header (R14). */
export const setupCsvUrl = (kind: SetupKind): string => urlOf(setupEndpoint(kind, 'export'), { kind });

type Hide = Based & { kind: SetupKind; active: boolean };
type Hidden = ResultOf<'setupRecords.hide'>;
type Bring = { kind: SetupKind; csv: string };
const stale = () => [setupQueries.all(), ['board'], ['history'], ['operations']];

export const setupRecordMutations = {
  create: () =>
    write<Create, Written>({
      key: ['setup', 'create'],
      send: ({ kind, values }, { idempotencyKey }) =>
        api.call(setupEndpoint(kind, 'create'), { body: { kind, values }, idempotencyKey }),
      apply,
      stale,
    }),
  /** `expected` is the version the form was opened on. */
  change: () =>
    write<Change, Written>({
      key: ['setup', 'change'],
      send: ({ kind, id, changes }, { expected, idempotencyKey }) =>
        api.call(setupEndpoint(kind, 'change'), {
          params: { id },
          body: { kind, expected, changes },
          idempotencyKey,
        }),
      apply,
      stale,
    }),
  /** `expected` names the records and the versions they were chosen at. */
  hide: () =>
    write<Hide, Hidden>({
      key: ['setup', 'hide'],
      send: ({ kind, active }, { expected, idempotencyKey }) =>
        api.call(setupEndpoint(kind, 'hide'), { body: { kind, expected, active }, idempotencyKey }),
      stale,
    }),
  bring: () =>
    write<Bring, ResultOf<'setupRecords.import'>>({
      key: ['setup', 'import'],
      send: (body, { idempotencyKey }) =>
        api.call(setupEndpoint(body.kind, 'import'), { body, idempotencyKey }),
      stale,
    }),
};
