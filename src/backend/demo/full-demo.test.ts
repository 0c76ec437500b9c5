import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { instant } from '#domain/time.ts';
import { eachEngine, openTestDatabase, QUICKEST } from '#testing/databases.ts';
import { fixedClock } from '#testing/fixed-clock.ts';
import { setupLists } from '../setup/queries.ts';
import { loadDemo } from './load.ts';

/** A Friday at 13:07 in Boston: the busiest time of a day. */
const NOW = '2026-11-20T18:07:00.000Z';
const TODAY = [instant('2026-11-20T05:00:00Z'), instant('2026-11-21T06:00:00Z')] as const;

const read = <T>(database: Database, sql: string, params: readonly unknown[] = []) =>
  database.transaction({ tenantId: 1, readOnly: true, deadlineMs: 60_000 }, (tx) =>
    tx.query<T>(sql, [...params]),
  );
const one = async (database: Database, sql: string, params: readonly unknown[] = []) =>
  (await read<Record<string, number>>(database, sql, params))[0]!;

/** Every row of every table, whatever order it lies in. Only the salt of a row's personal fields is drawn by chance, and must be (R61). */
async function digestOf(database: Database): Promise<Record<string, string | null>> {
  const tables = await database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
    tx.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('office', 'company') and table_type = 'BASE TABLE' order by 1`,
    ),
  );
  const digests: Record<string, string | null> = {};
  for (const { name } of tables) {
    const rows = await database.transaction(
      { tenantId: 'system', readOnly: true, deadlineMs: 60_000 },
      (tx) =>
        tx.query<{ digest: string | null }>(
          `select md5(string_agg(row, ',' order by row collate "C")) as digest
         from (select (to_jsonb(t) - 'personal_salt')::text as row from ${name} t) rows`,
        ),
    );
    digests[name] = rows[0]?.digest ?? null;
  }
  return digests;
}

/** What each engine held after its load. */
const loaded: Partial<Record<Database['engine'], Record<string, string | null>>> = {};

eachEngine(
  'the whole demo company',
  (database, engine) => {
    beforeAll(async () => {
      await loadDemo(database(), fixedClock(NOW), { passwordHash: 'x' });
    }, 600_000);
    afterAll(async () => {
      loaded[engine] = await digestOf(database());
    }, 60_000);

    test('customers have paid most of what is in the books: the ledger ties out, and nothing is paid beyond what it came to', async () => {
      const [ledger] = await read<Record<string, number>>(
        database(),
        `select sum(cents) filter (where document_kind = 'invoice' and cause = 'Total')::bigint as billed,
           sum(cents) filter (where document_kind = 'invoice')::bigint as open,
           sum(cents) filter (where cause = 'Application')::bigint as moved,
           sum(cents) filter (where document_kind = 'payment')::bigint as credit from company.ar_entries`,
      );
      const { billed, open, moved, credit } = ledger!;
      expect(moved).toBe(0);
      expect(open! / billed!).toBeGreaterThan(0.1);
      expect(open! / billed!).toBeLessThan(0.6);
      expect(credit).toBeLessThan(0);
      const crossed = await read(
        database(),
        `select document_id from company.ar_entries group by document_kind, document_id
         having (document_kind = 'invoice' and sum(cents) < 0) or (document_kind = 'payment' and sum(cents) > 0)`,
      );
      expect(crossed).toEqual([]);
      // In the books with what they are of, by somebody at an instant.
      const odd = await read(
        database(),
        `select id from company.ar_applications where not posted or made ->> 'at' !~ '^[0-9-]{10}T[0-9:.]+Z$'`,
      );
      expect(odd).toEqual([]);
    });

    test('has three business units, one in another time zone, with their accounts', async () => {
      const units = await read<{ zone: string; isWhole: boolean }>(
        database(),
        `select time_zone as zone, num_nonnulls(income_account_id, receivable_account_id, unapplied_account_id,
           write_off_account_id, refund_account_id) = 5 as "isWhole" from company.business_units order by id`,
      );
      expect(units.map(({ zone }) => zone)).toEqual([
        'America/New_York',
        'America/New_York',
        'America/Chicago',
      ]);
      expect(units.every(({ isWhole }) => isWhole)).toBe(true);
    });

    test('has 30 technicians, all with skills and shifts, some of them off or at a training', async () => {
      expect(
        await one(
          database(),
          `select count(*)::int as technicians, count(*) filter (where skill_ids <> '{}')::int as skilled,
             count(*) filter (where exists (select from company.shifts s where s.technician_id = t.id))::int as "withShifts"
           from company.technicians t`,
        ),
      ).toEqual({ technicians: 30, skilled: 30, withShifts: 30 });
      const off = await one(
        database(),
        `select (select count(*)::int from company.time_off) as off, (select count(*)::int from company.non_job_events) as events`,
      );
      expect(off.off).toBeGreaterThan(50);
      expect(off.events).toBeGreaterThan(50);
    });

    test('has 5,000 customers with about 6,000 locations; businesses say when they are there', async () => {
      const count = await one(
        database(),
        `select (select count(*)::int from company.customers) as customers,
           (select count(*)::int from company.locations) as locations,
           (select count(*)::int from company.locations l join company.customers c on c.id = l.customer_id
              where (c.type = 'Commercial') <> (l.business_hours is not null)) as wrong`,
      );
      expect(count).toMatchObject({ customers: 5000, wrong: 0 });
      expect(Math.abs(count.locations! - 6000)).toBeLessThan(150);
    });

    test('has three months of past jobs, nearly all done, and visits two months ahead', async () => {
      const past = await one(
        database(),
        `select count(distinct a.start::date)::int as days, count(*)::int as visits,
           count(*) filter (where a.status = 'Done')::int as done from company.appointments a where a.start < $1`,
        [TODAY[0]],
      );
      expect(past.days).toBeGreaterThanOrEqual(91);
      expect(past.visits).toBeGreaterThan(5000);
      expect(past.done! / past.visits!).toBeGreaterThan(0.9);
      const ahead = await one(
        database(),
        `select count(distinct start::date)::int as days, (max(start)::date - $2::timestamptz::date)::int as reach
         from company.appointments where start >= $1`,
        [TODAY[1], TODAY[0]],
      );
      expect(ahead.days).toBeGreaterThanOrEqual(58);
      expect(ahead.reach).toBeGreaterThanOrEqual(59);
    });

    test('today has about 160 visits over all units, in every state', async () => {
      const rows = await read<{ status: string; count: number }>(
        database(),
        'select status, count(*)::int as count from company.appointments where start >= $1 and start < $2 and active group by status',
        TODAY,
      );
      const total = rows.reduce((sum, { count }) => sum + count, 0);
      expect(total).toBeGreaterThanOrEqual(150);
      expect(total).toBeLessThanOrEqual(170);
      expect(rows.map(({ status }) => status).sort()).toEqual([
        'Canceled',
        'Dispatched',
        'Done',
        'Hold',
        'Scheduled',
        'Working',
      ]);
    });

    test('today somebody is late, some wait without a technician, and one double booking says why', async () => {
      const facts = await one(
        database(),
        `select
           (select count(*)::int from company.appointments a where a.status = 'Scheduled' and a.start between $1 and $2
              and not exists (select from company.assignments s where s.appointment_id = a.id and s.active)) as unassigned,
           (select count(*)::int from company.assignments s join company.appointments a on a.id = s.appointment_id
              where s.override->>'reason' <> '' and a.start between $1 and $2) as overridden,
           (select count(*)::int from company.appointments a where a.status = 'Scheduled' and a.window_end < $3
              and a.start between $1 and $2
              and exists (select from company.assignments s where s.appointment_id = a.id and s.active)) as late`,
        [...TODAY, instant(NOW)],
      );
      expect(facts).toEqual({ unassigned: 12, overridden: 1, late: 1 });
    });

    test('has projects in every status, each with jobs at its one location, and the windows booking offers', async () => {
      const projects = await read<{ jobs: number; elsewhere: number }>(
        database(),
        `select count(j.id)::int as jobs, count(j.id) filter (where j.location_id <> p.location_id)::int as elsewhere
         from company.projects p join company.jobs j on j.project_id = p.id group by p.id`,
      );
      expect(projects).toHaveLength(6);
      expect(
        await one(
          database(),
          `select count(*)::int as projects, count(distinct status_id)::int as statuses,
             count(*) filter (where exists (select from company.project_budget_lines l where l.project_id = p.id))::int as budgeted,
             (select count(*)::int from company.project_statuses) as known from company.projects p`,
        ),
      ).toEqual({ projects: 8, statuses: 5, budgeted: 7, known: 5 });
      for (const { jobs, elsewhere } of projects) {
        expect(jobs).toBeGreaterThan(1);
        expect(elsewhere).toBe(0);
      }
      const { arrivalWindows } = await database().transaction({ tenantId: 1, readOnly: true }, setupLists);
      const everyDay = arrivalWindows.filter(({ weekdays }) => weekdays.length === 7);
      expect(everyDay.map(({ startMinute, endMinute }) => [startMinute / 60, endMinute / 60]).sort()).toEqual(
        [
          [10, 12],
          [12, 14],
          [14, 16],
          [16, 18],
          [8, 10],
        ],
      );
      expect(arrivalWindows.filter(({ weekdays }) => weekdays.join() === '6')).toHaveLength(1);
    });
  },
  { emptied: false },
);

test('loaded again at the same minute it is the same to the last row, whichever engine it was loaded into', async () => {
  const [first, second = await loadedAnew()] = Object.values(loaded);
  expect(Object.keys(first!).length).toBeGreaterThan(50);
  expect(second).toEqual(first);
}, 600_000);

/** Where there is one engine only; with two, each was the other's second load. */
async function loadedAnew(): Promise<Record<string, string | null>> {
  const { database, remove } = await openTestDatabase(QUICKEST);
  try {
    await loadDemo(database, fixedClock(NOW), { passwordHash: 'x' });
    return await digestOf(database);
  } finally {
    await remove();
  }
}
