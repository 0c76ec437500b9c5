/** Calls: written down as they come in, and the last of them. */
import type { Call } from '#contract/call.ts';
import type { BodyOf, QueryOf, ResultOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { phoneDigits } from '#domain/customer/words.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { saveRecords } from '../write/save.ts';
import { holdCustomer, holdStandingCustomer } from './held-customer.ts';
import { whole } from './terms-text.ts';

const PAGE = 20;

const CALL = `c.id, c.phone, c.at, c.direction, c.customer_id as "customerId", k.name as "customerName",
  c.answered_by as "answeredBy", u.name as "answeredByName", c.source
  from company.calls c
  left join company.customers k on k.tenant_id = c.tenant_id and k.id = c.customer_id
  left join office.users u on u.tenant_id = c.tenant_id and u.id = c.answered_by`;

/** Newest first. `after` is the last id of the page before. */
export async function recentCalls(
  tx: Transaction,
  query: QueryOf<'calls.list'>,
): Promise<ResultOf<'calls.list'>> {
  const limit = query.limit ?? PAGE;
  const after = query.after ?? null;
  if (after !== null && !/^\d{1,15}$/.test(after)) {
    throw new ProblemError('request.invalid', {}, [{ path: 'after', code: 'cursor', message: '' }]);
  }
  const items = await tx.query<Call>(
    `select ${CALL} where c.tenant_id = $1 and c.active and ($2::bigint is null or c.customer_id = $2::bigint)
       and ($3::bigint is null or (c.at, c.id) < (select p.at, p.id from company.calls p where p.tenant_id = $1 and p.id = $3::bigint))
     order by c.at desc, c.id desc limit $4`,
    [tx.tenantId, query.customerId ?? null, after, limit + 1],
  );
  const shown = items.slice(0, limit);
  return { items: shown, next: items.length > limit ? String(shown.at(-1)!.id) : null, total: null };
}

/** Taken down by whoever answers. A number that is one customer's is theirs; of a shared one nobody knows who rang. */
export async function recordCall(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'calls.record'>,
): Promise<ResultOf<'calls.record'>> {
  const customerId = await callerOf(tx, body);
  const [id] = (await newIds(tx, 1)) as [Id];
  const { operationId } = await saveRecords(tx, context, { verb: 'call.recorded', undoable: false }, [
    {
      kind: 'call',
      before: null,
      label: body.phone,
      after: {
        id,
        phone: body.phone,
        at: context.now,
        direction: body.direction,
        customerId,
        answeredBy: context.actor.userId,
        source: 'simulated',
        active: true,
      },
    },
  ]);
  const [call] = await tx.query<Call>(`select ${CALL} where c.tenant_id = $1 and c.id = $2`, [
    tx.tenantId,
    id,
  ]);
  return { operationId, call: call! };
}

/**
 * Locked, so that a merge at the same moment takes the call along.
 * @throws ProblemError customer.merged (409) when the customer that is named has become another
 */
async function callerOf(tx: Transaction, body: BodyOf<'calls.record'>): Promise<Id | null> {
  const id = body.customerId ?? (await ownerOf(tx, body.phone));
  if (id === null) return null;
  if (body.customerId !== undefined) return holdStandingCustomer(tx, id);
  return (await holdCustomer(tx, id)).mergedInto ?? id;
}

async function ownerOf(tx: Transaction, phone: string): Promise<Id | null> {
  const digits = phoneDigits(phone);
  if (digits.length < 7) return null;
  const found = await tx.query<{ id: Id }>(
    `select id from company.customers_found($1::tsquery, null, null, '', false, 2)`,
    [whole(digits, 'phone')],
  );
  return found.length === 1 ? found[0]!.id : null;
}
