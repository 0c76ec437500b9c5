/** Changes of what the board shows besides visits: names, places, lists, absences, other units, other days. */
import type { Dice } from '#backend/demo/random.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes } from '#domain/time.ts';
import type { Company } from '../company.ts';
import type { Move } from './log.ts';
import { randomTimes } from './moves.ts';

export type OfficeMove = Pick<Move, 'name' | 'body'> & { readonly params?: Record<string, unknown> };
type Ground = { database: Database; company: Company; chance: Dice; card: JobCardView; token: string };
type Maker = (ground: Ground) => Promise<OfficeMove | null>;
type Row = { id: Id; version: number };

const rowsOf = (database: Database, table: string): Promise<Row[]> =>
  database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
    tx.query<Row>(`select id, version from ${table} order by id`),
  );
const rowOf = async ({ database }: Ground, table: string, id: Id): Promise<Row> =>
  (await rowsOf(database, table)).find((row) => row.id === id)!;

const expected = (kind: string, ...rows: Row[]) => ({
  expected: rows.map(({ id, version }) => ({ kind, id, version })),
});

const spanChanged =
  (name: Move['name'], kind: string, table: string): Maker =>
  async ({ database, chance }) => {
    const rows = await rowsOf(database, table);
    if (rows.length === 0) return null;
    const row = chance.pick(rows);
    const changes = chance.happens(0.3) ? { active: chance.happens(0.5) } : randomTimes(chance);
    return { name, params: { id: row.id }, body: { ...expected(kind, row), changes } };
  };
const spanAdded =
  (name: Move['name']): Maker =>
  async ({ chance, company }) => ({
    name,
    body: { technicianId: chance.pick(company.technicianIds), ...randomTimes(chance) },
  });

const MAKERS: readonly Maker[] = [
  async (ground) => {
    const row = await rowOf(ground, 'company.customers', ground.card.job.customerId);
    const body = { ...expected('customer', row), changes: { name: `Customer ${ground.token}` } };
    return { name: 'customers.update', params: { id: row.id }, body };
  },
  async (ground) => {
    const row = await rowOf(ground, 'company.locations', ground.card.job.locationId);
    const body = {
      ...expected('location', row),
      changes: { street: `${ground.token} Elm St`, zip: '02169' },
    };
    return { name: 'locations.update', params: { id: row.id }, body };
  },
  async (ground) => {
    const { chance, company, token } = ground;
    const row = await rowOf(ground, 'company.technicians', chance.pick(company.technicianIds));
    const changes = chance.happens(0.5) ? { name: `Tech ${token}` } : { active: chance.happens(0.5) };
    return {
      name: 'setupRecords.change',
      params: { id: row.id },
      body: { kind: 'technician', ...expected('technician', row), changes },
    };
  },
  async (ground) => {
    const row = await rowOf(ground, 'company.reasons', ground.company.holdReasonId);
    const body = { kind: 'reason', ...expected('reason', row), changes: { name: `Reason ${ground.token}` } };
    return { name: 'setupRecords.change', params: { id: row.id }, body };
  },
  async ({ company, card, chance }) => {
    const businessUnitId = chance.happens(0.5) ? company.businessUnitId : company.otherUnitId;
    const body = { ...expected('job', card.job), changes: { businessUnitId } };
    return { name: 'jobs.update', params: { id: card.job.id }, body };
  },
  async ({ card, chance }) => {
    const visit = chance.pick(card.appointments);
    const days = chance.pick([-1, 1, 1]);
    const times = {
      start: addMinutes(visit.start, days * 24 * 60),
      end: addMinutes(visit.end, days * 24 * 60),
    };
    const body = { ...expected('appointment', visit), ...times, cancelDispatch: true };
    return { name: 'appointments.reschedule', params: { id: visit.id }, body };
  },
  async (ground) => {
    const { database, card } = ground;
    const kept = await rowOf(ground, 'company.customers', card.job.customerId);
    const absorbed = (await rowsOf(database, 'company.customers')).find(({ id }) => id !== kept.id);
    if (!absorbed) return null;
    const body = { ...expected('customer', kept, absorbed), absorbId: absorbed.id, choice: {} };
    return { name: 'customers.merge', params: { id: kept.id }, body };
  },
  spanAdded('shifts.add'),
  spanAdded('nonJobEvents.add'),
  spanChanged('timeOff.change', 'timeOff', 'company.time_off'),
  spanChanged('nonJobEvents.change', 'nonJobEvent', 'company.non_job_events'),
  spanChanged('shifts.change', 'shift', 'company.shifts'),
];

export const randomOfficeMove = (ground: Ground): Promise<OfficeMove | null> =>
  ground.chance.pick(MAKERS)(ground);
