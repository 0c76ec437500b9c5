import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { instant } from '#domain/time.ts';
import { eachEngine } from '#testing/databases.ts';
import { fixedClock } from '#testing/fixed-clock.ts';
import { keepAhead } from '../setup/keep-ahead.ts';
import { extendDemo } from './extend.ts';
import { DEMO_SIZES, loadDemo } from './load.ts';
import { clearUnfinishedDemo } from './unfinished.ts';

const SMALL = { ...DEMO_SIZES.normal, customers: 300, pastDays: 2, aheadDays: 60 };
/** For what is told of today alone: two months of visits ahead are most of a load. */
const TODAY_ONLY = { ...SMALL, aheadDays: 1 };

const statusesOfDay = (database: Database, from: string, to: string) =>
  database.transaction({ tenantId: 1, readOnly: true }, (tx) =>
    tx.query<{ status: string; count: number }>(
      `select status, count(*)::int as count from company.appointments where start >= $1 and start < $2 group by status order by status`,
      [from, to],
    ),
  );

const ordersOf = (database: Database) =>
  database.transaction({ tenantId: 1, readOnly: true }, async (tx) => {
    const rows = await tx.query<{ found: string }>(
      `select distinct trim(concat(status, ' ', case when status = 'Pending' then approval ->> 'status' end)) as found
       from company.purchase_orders order by 1`,
    );
    return rows.map(({ found }) => found);
  });

const returnsOf = (database: Database) =>
  database.transaction({ tenantId: 1, readOnly: true }, async (tx) => {
    const rows = await tx.query<{ status: string }>(
      'select status from company.vendor_returns order by id desc',
    );
    return rows.map(({ status }) => status);
  });

const billsOf = (database: Database) =>
  database.transaction({ tenantId: 1, readOnly: true }, async (tx) => {
    const rows = await tx.query<{ found: string }>(
      `select distinct concat(status, ' ', sync_status) as found from company.bills where kind = 'Bill' order by 1`,
    );
    return rows.map(({ found }) => found);
  });

const paymentsOf = (database: Database) =>
  database.transaction({ tenantId: 1, readOnly: true }, async (tx) => {
    const rows = await tx.query<{ found: string }>(
      `select concat(p.method, ' ', p.status, ' ', sum(b.payable_cents - b.paid_cents) > 0) as found
       from company.ap_payments p join company.ap_payment_lines l on l.tenant_id = p.tenant_id and l.payment_id = p.id
       join company.bills b on b.tenant_id = l.tenant_id and b.id = l.bill_id
       group by p.id, p.method, p.status order by p.id`,
    );
    return rows.map(({ found }) => found);
  });

eachEngine('the demo company', (database) => {
  for (const now of ['2026-11-20T15:07:00.000Z', '2026-11-22T03:30:00.000Z']) {
    test(`started at ${now}, today has appointments in every state, an overlap taken on purpose and somebody late`, async () => {
      await loadDemo(database(), fixedClock(now), { passwordHash: 'x', size: TODAY_ONLY });
      const from = instant(
        now.slice(0, 10) === '2026-11-20' ? '2026-11-20T05:00:00Z' : '2026-11-21T05:00:00Z',
      );
      const rows = await statusesOfDay(
        database(),
        from,
        instant(`${from.slice(0, 8)}${Number(from.slice(8, 10)) + 1}T08:00:00Z`),
      );
      const statuses = rows.map((row) => row.status);
      expect(statuses).toEqual(expect.arrayContaining(['Dispatched', 'Hold', 'Scheduled', 'Working']));
      const [facts] = await database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
        tx.query<{ overridden: number; unassigned: number; late: number; paused: number }>(
          `select (select count(*)::int from company.occupancy where overridden and kind = 'assignment') as overridden,
             (select count(*)::int from company.assignments where paused) as paused,
             (select count(*)::int from company.appointments a where a.status = 'Scheduled'
                and not exists (select from company.assignments s where s.appointment_id = a.id)) as unassigned,
             (select count(*)::int from company.appointments a join company.assignments s on s.appointment_id = a.id
                where s.status = 'Scheduled' and a.status = 'Scheduled' and a.start < $1) as late`,
          [instant(now)],
        ),
      );
      expect(facts).toMatchObject({ overridden: 1, unassigned: 12, paused: 1 });
      expect(facts!.late).toBeGreaterThan(0);
      // Not all at the load: the board of a past minute of today has its own story (`live-day.ts`).
      const told = await database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
        tx.query<{ at: string }>(
          `select distinct at from office.audit where verb in ('appointment.arrived', 'appointment.dispatched')`,
        ),
      );
      expect(told.length).toBeGreaterThan(2);
      expect(await ordersOf(database())).toEqual([
        'Canceled',
        'Exported',
        'PartiallyReceived',
        'Pending',
        'Pending Approved',
        'Pending PendingApproval',
        'Pending Rejected',
        'Received',
        'Sent',
      ]);
      expect(await billsOf(database())).toEqual([
        'Discrepancy Pending',
        'Reconciled Pending',
        'Reconciled Posted',
        'Unreconciled Pending',
      ]);
      expect(await returnsOf(database())).toEqual(['Pending', 'Returned', 'CreditReceived']);
      // Paid whole, paid in part, and open again.
      expect(await paymentsOf(database())).toEqual([
        'Check Paid f',
        'BankTransfer Paid t',
        'Check Cancelled t',
      ]);
    });
  }

  // Visits begin on the hour: some who are to set out soon were to be told so in the future.
  test('started twenty minutes before visits begin, nobody was dispatched at a minute still to come', async () => {
    const now = instant('2026-11-20T14:40:00.000Z');
    await loadDemo(database(), fixedClock(now), { passwordHash: 'x', size: TODAY_ONLY });
    const [stamps] = await database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
      tx.query<{ last: string }>('select max(dispatched_on) as last from company.assignments'),
    );
    expect(stamps!.last <= now).toBe(true);
  });

  test('started again later it reaches two months ahead once more and rewrites nothing that is past', async () => {
    await loadDemo(database(), fixedClock('2026-11-20T15:00:00.000Z'), {
      passwordHash: 'x',
      size: TODAY_ONLY,
    });
    const past = () => statusesOfDay(database(), '2026-11-18T05:00:00Z', '2026-11-20T05:00:00Z');
    const before = await past();
    await extendDemo(database(), fixedClock('2026-11-23T15:00:00.000Z'), () => {});
    expect(await past()).toEqual(before);
    const ahead = await statusesOfDay(database(), '2027-01-21T05:00:00Z', '2027-01-23T05:00:00Z');
    expect(ahead.length).toBeGreaterThan(0);
    const today = await statusesOfDay(database(), '2026-11-23T05:00:00Z', '2026-11-24T05:00:00Z');
    expect(today.map((row) => row.status)).toEqual(
      expect.arrayContaining(['Dispatched', 'Scheduled', 'Working']),
    );
  });

  test('a day planned at an earlier start begins to live at the first start of that day, and only then', async () => {
    await loadDemo(database(), fixedClock('2026-11-19T15:00:00.000Z'), { passwordHash: 'x', size: SMALL });
    const today = () => statusesOfDay(database(), '2026-11-20T05:00:00Z', '2026-11-21T05:00:00Z');
    expect((await today()).map((row) => row.status)).toEqual(['Scheduled']);
    await extendDemo(database(), fixedClock('2026-11-20T18:00:00.000Z'), () => {});
    const told = await today();
    expect(told.map((row) => row.status)).toEqual(
      expect.arrayContaining(['Dispatched', 'Done', 'Hold', 'Scheduled', 'Working']),
    );
    await extendDemo(database(), fixedClock('2026-11-20T19:00:00.000Z'), () => {});
    expect(await today()).toEqual(told);
  });

  test('everybody’s shifts are days of their working hours, also those Truckroll made ahead while the demo ran on', async () => {
    await loadDemo(database(), fixedClock('2026-11-20T15:00:00.000Z'), {
      passwordHash: 'x',
      size: { ...SMALL, customers: 50, pastDays: 0, aheadDays: 1 },
    });
    const facts = async () => {
      const [row] = await database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
        tx.query<Record<string, number>>(
          `select count(*) filter (where pattern_id is null)::int as "byHand", max(pattern_day) - '2026-11-20' as until,
             count(*)::int - count(distinct (technician_id, pattern_day))::int as twice,
             (select count(*)::int from company.shift_patterns where active) as patterns
           from company.shifts`,
        ),
      );
      return row;
    };
    expect(await facts()).toEqual({ byHand: 0, until: 1, twice: 0, patterns: 30 });
    await keepAhead(database(), instant('2026-12-01T15:00:00.000Z'));
    expect(await facts()).toEqual({ byHand: 0, until: 67, twice: 0, patterns: 30 });
    await extendDemo(database(), fixedClock('2026-12-01T15:00:00.000Z'), () => {});
    expect(await facts()).toEqual({ byHand: 0, until: 71, twice: 0, patterns: 30 });
  });

  test('a first load that was cut off starts again from nothing', async () => {
    await loadDemo(database(), fixedClock(), {
      passwordHash: 'x',
      size: { ...SMALL, pastDays: 0, aheadDays: 0 },
    });
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query('update office.demo set complete = false'),
    );
    await clearUnfinishedDemo(database());
    const [left] = await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query<{ count: number }>(
        'select (select count(*) from office.users)::int + (select count(*) from company.jobs)::int as count',
      ),
    );
    expect(left!.count).toBe(0);
  });
});
