/** Asking records as they stood at a past minute. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import type { RecordKind } from '../write/records.ts';
import { asOf } from './as-of.ts';

export type Rewind = { readonly tx: Transaction; readonly at: Instant };

type Asked = {
  readonly kind: RecordKind;
  readonly ids: readonly Id[];
  /** How the text below names a record; its columns are those of the kind's table. */
  readonly alias: string;
  readonly select: string;
  /** `where …`, `order by …`; `$4` on are the params. */
  readonly rest?: string;
  readonly params?: readonly unknown[];
};

/** What is asked of records of one kind, as of an instant: one query however many there are. */
export async function partsAt<T>({ tx, at }: Rewind, asked: Asked): Promise<T[]> {
  const { kind, ids, alias, select, rest = '', params = [] } = asked;
  if (ids.length === 0) return [];
  const text = `select ${select} from ${asOf(kind, '$2', '$3')} ${alias} ${rest}`;
  return tx.query<T>(text, [tx.tenantId, [...new Set(ids)], at, ...params]);
}
