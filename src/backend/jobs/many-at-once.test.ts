import { expect, test } from 'vitest';
import { type BookJob, bookJob } from '#contract/job-commands.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, instant } from '#domain/time.ts';
import { bookingBody, type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { remembering } from '#testing/statements.ts';
import { bookJobs } from './book.ts';

const FIRST = instant('2026-11-23T14:00:00Z');

/** For one technician, hour after hour. */
async function bodies(company: Company, count: number): Promise<BookJob[]> {
  const { job } = await company.book();
  const [ana] = company.technicianIds as [Id];
  return Array.from({ length: count }, (_, at) => {
    const start = addMinutes(FIRST, 60 * at);
    const times = { start, end: addMinutes(start, 60), technicianIds: [ana] };
    return bookJob.parse({
      ...bookingBody(company, times),
      customer: { id: job.customerId },
      location: { id: job.locationId },
    });
  });
}

/** Books them and says by which statements. */
async function booked(
  database: Database,
  company: Company,
  bookings: readonly BookJob[],
  options: { warnings: boolean },
) {
  const context = {
    actor: company.person('dispatcher').actor,
    now: company.clock.now(),
    requestId: 'test',
    address: '127.0.0.1',
  };
  return database.transaction({ tenantId: company.tenantId }, async (tx) => {
    const asked = remembering(tx);
    const operation = { verb: 'job.booked', undoable: false };
    const { notes } = await bookJobs(asked.tx, context, bookings, operation, options);
    return { statements: asked.statements, codes: [...new Set(notes.map(({ code }) => code))] };
  });
}

eachEngine('booking many at once', (database) => {
  test('takes as many statements for twenty as for two', async () => {
    const company = await makeCompany(database());
    const all = await bodies(company, 22);
    const two = await booked(database(), company, all.slice(0, 2), { warnings: true });
    const twenty = await booked(database(), company, all.slice(2), { warnings: true });
    expect(twenty.statements).toHaveLength(two.statements.length);
  });

  test('reads the customers and the places once, locking them', async () => {
    const company = await makeCompany(database());
    const { statements } = await booked(database(), company, await bodies(company, 2), { warnings: false });
    const reads = (table: string) => statements.filter((sql) => sql.includes(`from ${table} r\n`));
    for (const table of ['company.customers', 'company.locations']) {
      expect(reads(table)).toEqual([expect.stringContaining('for no key update')]);
    }
  });

  test('warns whom it was told to warn, also when the batch has only one', async () => {
    const company = await makeCompany(database());
    const [first, second, third] = (await bodies(company, 3)) as [BookJob, BookJob, BookJob];
    expect((await booked(database(), company, [first], { warnings: true })).codes).toContain(
      'schedule.unconfirmed',
    );
    expect((await booked(database(), company, [second], { warnings: false })).codes).toEqual([]);
    expect((await booked(database(), company, [third], { warnings: false })).codes).toEqual([]);
  });
});
