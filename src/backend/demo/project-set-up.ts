/** What the demo company calls the stages and kinds of its projects, and what its technicians' hours cost. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Day, Instant } from '#domain/time.ts';
import { rowAdder } from './add-rows.ts';

const STATUSES: readonly [name: string, closes: boolean, subStatuses: readonly string[]][] = [
  ['Planned', false, ['Estimating', 'Permit applied for', 'Waiting for the customer']],
  ['In progress', false, ['Rough-in', 'Waiting for parts', 'Finishing']],
  ['On hold', false, ['Permit', 'Payment']],
  ['Completed', true, []],
  ['Canceled', true, []],
];
const TYPES = ['Replacement', 'New installation', 'Service program'];
/** The kinds of fields a project has beside its own: the town wants to see the permit's number. */
const FIELDS: readonly [key: string, label: string][] = [['permit', 'Permit number']];

export type ProjectSetUp = {
  readonly statuses: readonly { id: Id; name: string; subStatusIds: readonly Id[] }[];
  readonly typeIds: readonly Id[];
};

/** @param from the first day the hourly costs are known of */
export async function addProjectSetUp(tx: Transaction, at: Instant, from: Day): Promise<ProjectSetUp> {
  const add = rowAdder(tx, at);
  const statusIds = await add(
    'project_statuses',
    STATUSES.map(([name, closes], position) => ({ name, closes, position })),
  );
  const statuses = [];
  for (const [index, [name, , subStatuses]] of STATUSES.entries()) {
    const statusId = statusIds[index]!;
    const rows = subStatuses.map((sub, position) => ({ statusId, name: sub, position }));
    statuses.push({
      id: statusId,
      name,
      subStatusIds: rows.length > 0 ? await add('project_sub_statuses', rows) : [],
    });
  }
  const typeIds = await add(
    'project_types',
    TYPES.map((name) => ({ name })),
  );
  await add(
    'custom_fields',
    FIELDS.map(([key, label]) => ({ owner: 'project', key, label, kind: 'Text', requiredAtBooking: false })),
  );
  const technicians = await tx.query<{ id: Id }>(
    'select id from company.technicians where tenant_id = $1 order by id',
    [tx.tenantId],
  );
  // The last one's hour nobody has priced: what that looks like belongs to the story, too.
  const priced = technicians.slice(0, -1);
  if (priced.length > 0) {
    await add(
      'technician_costs',
      priced.map(({ id }, index) => ({
        technicianId: id,
        validFrom: from,
        // 34.00 to 52.00 an hour
        hourlyCost: 340_000 + (index % 7) * 30_000,
      })),
    );
  }
  return { statuses, typeIds };
}
