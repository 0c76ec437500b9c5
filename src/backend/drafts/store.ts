/** Draft boards in schema `company`. */
import type { Draft, DraftHead } from '#contract/draft.ts';
import type { Actor } from '#contract/upstream.ts';
import { lockForCompany } from '#db/company-lock.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import type { DraftMove, DraftStep } from '#domain/schedule/drafts/draft-move.ts';
import { netMoves } from '#domain/schedule/drafts/steps.ts';
import type { Day, Instant } from '#domain/time.ts';

/** What left the draft, and the step that did it. */
type Published = { readonly operationId: Id; readonly moves: readonly DraftMove[] };

export type StoredDraft = Omit<Draft, 'steps' | 'hidden' | 'visits'> & {
  /** With what was published and taken back since: it is the draft's again. */
  readonly steps: readonly DraftStep[];
  /** Published, and standing. */
  readonly published: readonly Published[];
};
type Row = Omit<StoredDraft, 'steps' | 'published'> & {
  steps: readonly DraftStep[];
  published: readonly (Published & { undone: boolean })[];
};

const HEAD = `d.id, d.version, d.name, d.day, d.time_zone as "timeZone", d.shared, d.active,
    d.owner_id as "ownerId", coalesce(u.name, '') as "ownerName", d.modified_on as "modifiedOn"`;
const OWNED = `company.board_drafts d left join office.users u on u.tenant_id = d.tenant_id and u.id = d.owner_id`;
const OPEN_TO = `d.tenant_id = $1 and (d.owner_id = $2 or d.shared and d.active)`;

/** Whether a step was taken back, and stayed so, is asked at each reading: undo and redo know nothing of drafts. */
const DRAFT = `select ${HEAD}, d.steps, coalesce((select jsonb_agg(p.value || jsonb_build_object('undone', o.undone_by is not null) order by p.ordinality)
      from jsonb_array_elements(d.published) with ordinality p
      join office.operations o on o.tenant_id = d.tenant_id and o.id = (p.value->>'operationId')::bigint), '[]'::jsonb) as published
  from ${OWNED} where ${OPEN_TO}`;

function stored({ published, ...row }: Row): StoredDraft {
  const back = published.filter(({ undone }) => undone).map(({ moves }) => ({ moves }));
  const standing = published.flatMap(({ undone, ...one }) => (undone ? [] : [one]));
  return { ...row, steps: [...back, ...row.steps], published: standing };
}

type HeadRow = Omit<DraftHead, 'visits'> & {
  counted: number | null;
  /** Only of a draft whose count does not hold. */
  steps: readonly DraftStep[] | null;
  back: readonly (readonly DraftMove[])[] | null;
};

/** Those of the person and the shared ones in use, the last changed first. Moves are read only where none were counted. */
export async function headsOf(tx: Transaction, { userId }: Actor): Promise<DraftHead[]> {
  const rows = await tx.query<HeadRow>(
    `select ${HEAD}, d.visits as counted, b.back, case when d.visits is null or b.back is not null then d.steps end as steps
     from ${OWNED}
       left join lateral (select jsonb_agg(p.value->'moves' order by p.ordinality) as back
         from jsonb_array_elements(d.published) with ordinality p
         join office.operations o on o.tenant_id = d.tenant_id and o.id = (p.value->>'operationId')::bigint
         where o.undone_by is not null) b on true
     where ${OPEN_TO} and d.active order by d.modified_on desc, d.id desc limit 200`,
    [tx.tenantId, userId],
  );
  return rows.map(({ counted, steps, back, ...head }) => {
    const undone = (back ?? []).map((moves) => ({ moves }));
    return { ...head, visits: steps ? netMoves([...undone, ...steps]).length : counted! };
  });
}

/** Somebody else's that is not shared is one nobody has. */
export async function draftById(
  tx: Transaction,
  { userId }: Actor,
  id: Id,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredDraft | undefined> {
  // Locked before it is read: who waited would see the draft as it is now, and of what was published only the steps of before.
  if (lock)
    await tx.query('select 1 from company.board_drafts where tenant_id = $1 and id = $2 for update', [
      tx.tenantId,
      id,
    ]);
  const [row] = await tx.query<Row>(`${DRAFT} and d.id = $3`, [tx.tenantId, userId, id]);
  return row && stored(row);
}

/** How many the person has in use; nobody else adds one of theirs until the transaction ends. */
export async function lockedCount(tx: Transaction, userId: Id): Promise<number> {
  await lockForCompany(tx, `company.board_drafts ${userId}`);
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from company.board_drafts where tenant_id = $1 and owner_id = $2 and active',
    [tx.tenantId, userId],
  );
  return row!.count;
}

/** Put away long enough for nobody to take them out again. */
export const forgetPutAway = (tx: Transaction, userId: Id, before: Instant) =>
  tx.query(
    'delete from company.board_drafts where tenant_id = $1 and owner_id = $2 and not active and modified_on < $3',
    [tx.tenantId, userId, before],
  );

type NewDraft = {
  id: Id;
  name: string;
  day: Day;
  timeZone: string;
  shared: boolean;
  steps: readonly DraftStep[];
};

/** Shared or not, in use. */
export const insertDraft = (tx: Transaction, ownerId: Id, draft: NewDraft, now: Instant) =>
  tx.query(
    `insert into company.board_drafts (tenant_id, id, day, time_zone, name, owner_id, shared, steps, visits, created_on, modified_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $10)`,
    [
      tx.tenantId,
      draft.id,
      draft.day,
      draft.timeZone,
      draft.name,
      ownerId,
      draft.shared,
      json(draft.steps),
      netMoves(draft.steps).length,
      now,
    ],
  );

/** The caller holds the row. */
export const updateDraft = (tx: Transaction, draft: StoredDraft, now: Instant) =>
  tx.query(
    `update company.board_drafts set name = $3, shared = $4, active = $5, steps = $6::jsonb, published = $7::jsonb,
       visits = $8, version = version + 1, modified_on = $9
     where tenant_id = $1 and id = $2`,
    [
      tx.tenantId,
      draft.id,
      draft.name,
      draft.shared,
      draft.active,
      json(draft.steps),
      json(draft.published),
      netMoves(draft.steps).length,
      now,
    ],
  );

/** Visits the person may know of, whether in use or not: what is gone is told as gone. */
async function knownVisits(tx: Transaction, actor: Actor, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await tx.query<{ id: Id }>(
    `select a.id from company.appointments a
     join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
     where a.tenant_id = $1 and a.id = any($2::bigint[])
       and ($3::bigint[] is null or j.business_unit_id = any($3::bigint[]))`,
    [tx.tenantId, ids, actor.businessUnitIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What of them names nothing the person may know of. */
export async function unknownIn(
  tx: Transaction,
  actor: Actor,
  moves: readonly DraftMove[],
): Promise<'appointment' | 'technician' | 'holdingLane' | null> {
  const visits = [...new Set(moves.map(({ appointmentId }) => appointmentId))];
  if (visits.length > 0 && (await knownVisits(tx, actor, visits)).size < visits.length) return 'appointment';
  const people = moves.flatMap(({ crew }) => (crew ? [...crew.from, ...crew.to] : []));
  if (!(await areAll(tx, 'company.technicians', people))) return 'technician';
  const lanes = moves.flatMap(({ lane }) => (lane ? [lane.from, lane.to].filter((id) => id !== null) : []));
  return (await areAll(tx, 'company.holding_lanes', lanes)) ? null : 'holdingLane';
}

async function areAll(
  tx: Transaction,
  table: 'company.technicians' | 'company.holding_lanes',
  named: readonly Id[],
): Promise<boolean> {
  const ids = [...new Set(named)];
  if (ids.length === 0) return true;
  const found = await tx.query(`select id from ${table} where tenant_id = $1 and id = any($2::bigint[])`, [
    tx.tenantId,
    ids,
  ]);
  return found.length === ids.length;
}

const movesIn = (steps: readonly DraftStep[]) => steps.flatMap(({ moves }) => moves);

/** As the contract shows it to this person: without other units' visits (domain-rules §9). */
export async function draftFor(
  tx: Transaction,
  actor: Actor,
  { published: _, steps, ...head }: StoredDraft,
): Promise<Draft> {
  const ids = [...new Set(movesIn(steps).map(({ appointmentId }) => appointmentId))];
  const known = actor.businessUnitIds === null ? new Set(ids) : await knownVisits(tx, actor, ids);
  const shown = steps
    .map(({ moves }) => ({ moves: moves.filter(({ appointmentId }) => known.has(appointmentId)) }))
    .filter(({ moves }) => moves.length > 0);
  return {
    ...head,
    visits: netMoves(shown).length,
    // The contract's lists are its own to change.
    steps: shown as Draft['steps'],
    hidden: ids.length - known.size,
  };
}
