/** Statements as they lie in the database: made once, with a number and a copy of what they said, and only marked as sent after. */
import type { BodyOf, QueryOf, ResultOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Said, StatementSummary, StatementView } from '#contract/statement.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import type { PrintedStatement } from '#domain/receivables/printed-statement.ts';
import { idPage } from '../id-page.ts';
import type { MadePaper } from '../receivables/papers.ts';
import { auditDone } from '../write/audit-done.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { accountsOf } from './account.ts';

const named = (column: string) =>
  `case when s.${column} is null then null else s.${column} || jsonb_build_object('byName', coalesce(
     (select u.name from office.users u where u.tenant_id = s.tenant_id and u.id = (s.${column} ->> 'by')::bigint), 'Truckroll')) end`;
const SUMMARY = `s.id, s.number, s.kind, s.customer_id as "customerId", c.name as "customerName", s.currency,
  s.from_on as "from", s.as_of as "asOf", s.closing_cents as "closingCents", ${named('made')} as made, ${named('sent')} as sent`;
/** `$1` the tenant, `$2` units the asker is confined to: one who is sees what was made of no other. */
const SEEN = `company.statements s join company.customers c on c.tenant_id = s.tenant_id and c.id = s.customer_id
  where s.tenant_id = $1 and ($2::bigint[] is null or s.business_unit_ids <@ $2::bigint[])`;

export const statementPage = (
  tx: Transaction,
  actor: Actor,
  query: QueryOf<'statements.list'>,
): Promise<ResultOf<'statements.list'>> => {
  const asked = [tx.tenantId, actor.businessUnitIds, query.customerId ?? null, query.q?.trim() || null];
  const meant = `${SEEN} and ($3::bigint is null or s.customer_id = $3)
    and ($4::text is null or s.number::text = $4 or c.name_key like '%' || lower($4) || '%')`;
  return idPage(
    query,
    (most) =>
      tx.query<StatementSummary>(
        `select ${SUMMARY} from ${meant} and ($5::bigint is null or s.id < $5) order by s.id desc limit $6`,
        [...asked, query.after ?? null, most],
      ),
    async () =>
      (await tx.query<{ count: number }>(`select count(*)::int as count from ${meant}`, asked))[0]!.count,
  );
};

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or made of a unit the actor is confined from */
export async function statementOf(tx: Transaction, actor: Actor, id: Id): Promise<StatementView> {
  const [row] = await tx.query<StatementSummary & { said: Said }>(
    `select ${SUMMARY}, s.said from ${SEEN} and s.id = $3`,
    [tx.tenantId, actor.businessUnitIds, id],
  );
  if (!row) throw new ProblemError('record.not_found', { kind: 'statement' });
  const { said, ...summary } = row;
  return { summary, said };
}

/** @throws ProblemError record.not_found (404) */
export async function previewOf(
  tx: Transaction,
  actor: Actor,
  { customerId, kind, from, asOf }: QueryOf<'statements.preview'>,
): Promise<ResultOf<'statements.preview'>> {
  await requireCustomers(tx, [customerId]);
  const asked = { kind, from: from ?? null, asOf };
  const told = await accountsOf(tx, actor, [customerId], asked);
  return { items: told.map(({ said }) => ({ ...said, number: 0 }) as unknown as Said) };
}

/** @throws ProblemError record.not_found (404) */
export async function makeStatements(
  tx: Transaction,
  context: CommandContext,
  { customerIds, ...asked }: BodyOf<'statements.create'>,
): Promise<ResultOf<'statements.create'>> {
  const { actor, now } = context;
  await requireCustomers(tx, customerIds);
  const told = await accountsOf(tx, actor, customerIds, asked);
  const ids = await newIds(tx, told.length);
  const first = told.length > 0 ? await takeNumbers(tx, 'statement', told.length) : 0;
  const rows = told.map(({ customerId, said }, at) => {
    const number = first + at;
    return { id: ids[at], number, customerId, closingCents: said.closingCents, said: { ...said, number } };
  });
  await tx.query(
    `insert into company.statements (tenant_id, id, number, kind, customer_id, currency, business_unit_ids, from_on, as_of,
       closing_cents, said, made)
     select $1, r.id, r.number, $2, r."customerId", r.said ->> 'currency', $3::bigint[], $4::date, $5::date,
       r."closingCents", r.said, $6::jsonb
     from jsonb_to_recordset($7::jsonb) as r(id bigint, number bigint, "customerId" bigint, "closingCents" bigint, said jsonb)`,
    [
      tx.tenantId,
      asked.kind,
      actor.businessUnitIds,
      asked.from,
      asked.asOf,
      json({ by: actor.userId, at: now }),
      json(rows),
    ],
  );
  await auditDone(tx, context, 'statement.create', undefined, { statements: rows.length });
  return { items: await summariesOf(tx, actor, ids) };
}

/** By number; those the actor may not see are not among them. */
export const summariesOf = (tx: Transaction, actor: Actor, ids: readonly Id[]): Promise<StatementSummary[]> =>
  tx.query<StatementSummary>(
    `select ${SUMMARY} from ${SEEN} and s.id = any($3::bigint[]) order by s.number`,
    [tx.tenantId, actor.businessUnitIds, [...ids]],
  );

/** Said twice it stays what was said first. @throws ProblemError record.not_found (404) */
export async function markSent(tx: Transaction, context: CommandContext, id: Id): Promise<StatementView> {
  await statementOf(tx, context.actor, id);
  await tx.query(
    'update company.statements set sent = $3 where tenant_id = $1 and id = $2 and sent is null',
    [tx.tenantId, id, json({ by: context.actor.userId, at: context.now })],
  );
  await auditDone(tx, context, 'statement.mark-sent', { kind: 'statement', id });
  return statementOf(tx, context.actor, id);
}

/** As it was made, whatever was entered since. @throws ProblemError record.not_found (404) */
export async function statementPaper(tx: Transaction, actor: Actor, id: Id): Promise<MadePaper> {
  const { said } = await statementOf(tx, actor, id);
  const { statementPdf } = await import('../papers/statement-pdf.ts');
  return {
    fileName: `Statement ${said.number}.pdf`,
    bytes: await statementPdf(said as unknown as PrintedStatement),
  };
}

async function requireCustomers(tx: Transaction, ids: readonly Id[]): Promise<void> {
  const found = await loadRecords(tx, 'customer', [...ids]);
  if (found.length < ids.length) throw new ProblemError('record.not_found', { kind: 'customer' });
}
