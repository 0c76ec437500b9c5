/** The outbox as a list: newest first, narrowed by state, recipient, step, job and words. */
import type { QueryOf, ResultOf } from '#contract/endpoints.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import type { Instant } from '#domain/time.ts';
import { folded } from '../customers/search-text.ts';
import { idPage } from '../id-page.ts';
import { addWords } from '../list-words.ts';
import { messageView, OUTBOX, outboxRows, stateOf } from './outbox.ts';

/**
 * What the person may see: of jobs of their units.
 * @param canMail there is a mail server: the screen says so
 */
export async function messagePage(
  tx: Transaction,
  actor: Actor,
  query: QueryOf<'messages.list'>,
  now: Instant,
  canMail: boolean,
): Promise<ResultOf<'messages.list'>> {
  const { where, params, add } = filterOf(tx.tenantId, 'm.tenant_id = $1');
  params.push(now);
  add(actor.businessUnitIds, (n) => `j.business_unit_id = any(${n}::bigint[])`);
  add(query.states, (n) => `(${stateOf('$2')}) = any(${n}::text[])`);
  add(query.recipientKind, (n) => `m.recipient_kind = ${n}`);
  add(query.operationId, (n) => `m.operation_id = ${n}`);
  add(query.jobId, (n) => `j.id = ${n}`);
  addWords(
    { add },
    folded(query.q ?? ''),
    (n) =>
      `(j.number::text = ${n} or lower(n.name) like '%' || ${n} || '%' or c.search like '%' || ${n} || '%')`,
  );
  const counted = where.join(' and ');
  const countParams = [...params];
  add(query.after, (n) => `m.id < ${n}`);
  const page = await idPage(
    query,
    async (most) => {
      const rows = await outboxRows(
        tx,
        where.join(' and '),
        [...params, most],
        '$2',
        `order by m.id desc limit $${params.length + 1}`,
      );
      return rows.map(messageView);
    },
    async () => {
      const [row] = await tx.query<{ total: number }>(
        `select count(*) as total from ${OUTBOX} where ${counted} and $2::timestamptz is not null`,
        countParams,
      );
      return row?.total ?? 0;
    },
  );
  return { ...page, canMail };
}
