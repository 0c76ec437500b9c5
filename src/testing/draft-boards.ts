/** Draft boards of an office of two technicians: forked, changed and published. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, day, instant } from '#domain/time.ts';
import { type Company, makeCompany, type Person } from './company.ts';

export const at = (hour: number) => addMinutes(instant('2026-11-23T00:00:00Z'), hour * 60);
export const visitOf = ({ appointments }: JobCardView) => appointments[0]!;
export const book = (
  company: Company,
  hour: number,
  technicianId: Id,
  businessUnitId = company.businessUnitId,
) => company.book({ start: at(hour), end: at(hour + 1), technicianIds: [technicianId], businessUnitId });

export type Steps = NonNullable<BodyIn<'drafts.create'>['steps']>;
/** The visit an hour long at another hour, and at another's. */
export function stepOf(card: JobCardView, hour: number, to?: Id): Steps[number] {
  const { id, start, end, assignments } = visitOf(card);
  const from = assignments.map(({ technicianId }) => technicianId);
  const time = { from: { start, end }, to: { start: at(hour), end: at(hour + 1) } };
  return {
    moves: [{ appointmentId: id, jobNumber: card.job.number, time, crew: to ? { from, to: [to] } : null }],
  };
}
let keys = 0;
export const fork = (person: Person, steps: Steps = [], more: Partial<BodyIn<'drafts.create'>> = {}) =>
  person.call('drafts.create', {
    key: `fork ${++keys}`,
    body: { name: 'Rainy day', day: day('2026-11-23'), timeZone: 'America/New_York', steps, ...more },
  });
export const get = (person: Person, id: Id) => person.call('drafts.get', { params: { id } });
export const change = (
  person: Person,
  { id, version }: { id: Id; version: number },
  changes: BodyIn<'drafts.change'>['changes'],
) => person.call('drafts.change', { params: { id }, body: { version, changes } });
export const publish = (person: Person, id: Id, cards: readonly JobCardView[], hour: number, to: Id) =>
  person.call('drafts.publish', {
    params: { id },
    body: {
      expected: cards.map((card) => {
        const visit = visitOf(card);
        return { kind: 'appointment' as const, id: visit.id, version: visit.version };
      }),
      moves: cards.map((card, n) => ({
        appointmentId: visitOf(card).id,
        start: at(hour + n),
        end: at(hour + n + 1),
        technicians: [{ from: visitOf(card).assignments[0]!.technicianId, to }],
      })),
    },
  });

export const sql = (database: Database, statement: string) =>
  database.transaction({ tenantId: 'system' }, (tx) => tx.query(statement));

/** Until that many wait for a lock; PostgreSQL alone can say. */
export async function waiting(database: Database, count: number): Promise<void> {
  const [row] = await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query<{ waiting: number }>(
      "select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    ),
  );
  if (row!.waiting < count) await waiting(database, count);
}

export async function office(database: () => Parameters<typeof makeCompany>[0]) {
  const company = await makeCompany(database());
  const [ana, sam] = company.technicianIds as [Id, Id];
  const dispatcher = company.person('dispatcher');
  const ben = company.person('dispatcher', { userId: company.person('admin').actor.userId });
  return { company, ana, sam, dispatcher, ben };
}
