/** What people wrote on jobs and customers, and how they like their lists: so that the screens show something. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import type { Dice } from './random.ts';

const ON_JOBS: readonly (readonly [text: string, pinned: boolean])[] = [
  ['Gate code 1234#, side entrance.', true],
  ['Dog in the yard, friendly. Ring first.', true],
  ['Called, left a message on the machine.', false],
  ['Wants the old thermostat back.', false],
  ['Part is on the truck of whoever comes first.', false],
  ['Tenant opens between 8 and 12, owner pays.', true],
];
const ON_CUSTOMERS: readonly string[] = [
  'Prefers mornings.',
  'Please write, do not call.',
  'Asked for a yearly contract, call back in spring.',
];
const EVERY = 9;

/** Notes on some jobs from a week before `today` on and on some customers; three views everybody has. */
export async function addNotes(
  tx: Transaction,
  context: CommandContext,
  chance: Dice,
  today: Day,
): Promise<void> {
  const jobs = await tx.query<{ id: Id; customerId: Id; number: number }>(
    `select distinct j.id, j.customer_id as "customerId", j.number from company.jobs j
     join company.appointments a on a.tenant_id = j.tenant_id and a.job_id = j.id
     where j.tenant_id = $1 and a.start >= $2::date - 7 and j.number % ${EVERY} = 0 order by j.id limit 120`,
    [tx.tenantId, today],
  );
  const written = jobs.flatMap(({ id, customerId, number }, index) => {
    const [text, pinned] = chance.pick(ON_JOBS);
    const onJob = { ownerKind: 'job', ownerId: id, customerId, text, pinned, label: `Note on Job ${number}` };
    if (index % 3 > 0) return [onJob];
    const onCustomer = {
      ownerKind: 'customer',
      ownerId: customerId,
      customerId,
      text: chance.pick(ON_CUSTOMERS),
      pinned: false,
      label: 'Note on a customer',
    };
    return [onJob, onCustomer];
  });
  const ids = await newIds(tx, written.length);
  const changes = written.map(({ label, ...note }, index): RecordChange => {
    const after = { ...note, id: ids[index]!, authorId: context.actor.userId, active: true };
    return { kind: 'note', before: null, after, label };
  });
  await saveRecords(tx, context, { verb: 'note.added', undoable: false, silent: true }, changes);
  for (const [page, name, search] of VIEWS) {
    await tx.query(
      `insert into office.saved_views (tenant_id, page, name, search, owner_id, shared, created_on, modified_on)
       values ($1, $2, $3, $4::jsonb, $5, true, $6, $6) on conflict do nothing`,
      [tx.tenantId, page, name, json(search), context.actor.userId, context.now],
    );
  }
}

const VIEWS: readonly (readonly [page: string, name: string, search: Record<string, string>])[] = [
  ['jobs', 'On hold', { status: 'Hold' }],
  ['appointments', 'To be confirmed', { confirmed: 'no', status: 'Scheduled' }],
  ['appointments', 'Nobody yet', { technician: 'none' }],
];
