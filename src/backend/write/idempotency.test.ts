import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { bookingBody, type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';

const HOURS = 60 * 60_000;

eachEngine('the key of a command', (database) => {
  const book = (company: Company, summary = 'No cool') =>
    company.person('csr').call('jobs.book', {
      key: 'pressed-twice',
      body: { ...bookingBody(company), summary },
    });
  const jobNumber = (written: Awaited<ReturnType<typeof book>>) => written.cards[0]!.job.number;

  test('books once within 24 hours and anew after them, with another body too', async () => {
    const company = await makeCompany(database());
    const clock = company.clock as FixedClock;
    const first = await book(company);
    clock.advance(23 * HOURS);
    expect(await book(company)).toEqual(first);
    await expect(book(company, 'No heat')).rejects.toMatchObject({
      code: 'request.idempotency_key_reused',
    });
    clock.advance(2 * HOURS);
    const second = await book(company, 'No heat');
    expect(jobNumber(second)).toBeGreaterThan(jobNumber(first));
    // From then on it is the new booking that is answered.
    clock.advance(23 * HOURS);
    expect(await book(company, 'No heat')).toEqual(second);
  });

  test('pressed twenty times at once a day later books once more', async () => {
    const company = await makeCompany(database());
    const first = await book(company);
    (company.clock as FixedClock).advance(25 * HOURS);
    const again = await Promise.all(Array.from({ length: 20 }, () => book(company)));
    expect(new Set(again.map(jobNumber)).size).toBe(1);
    expect(jobNumber(again[0]!)).toBe(jobNumber(first) + 1);
  });

  test('pressed again by who is confined to other units since, it finds no more than they may see now', async () => {
    const company = await makeCompany(database());
    const theirs = (units?: readonly Id[]) =>
      company.person('csr', units ? { units } : {}).call('jobs.book', {
        key: 'other unit',
        body: { ...bookingBody(company), businessUnitId: company.otherUnitId },
      });
    const first = await theirs();
    const unknown = { code: 'record.not_found', params: { kind: 'job' } };
    await expect(theirs([company.businessUnitId])).rejects.toMatchObject(unknown);
    expect(await theirs([company.businessUnitId, company.otherUnitId])).toEqual(first);

    // Their own unit's booking, moved to the other one meanwhile.
    const own = await book(company);
    await database().transaction({ tenantId: 1 }, (tx) =>
      tx.query('update company.jobs set business_unit_id = $2 where id = $1', [
        own.cards[0]!.job.id,
        company.otherUnitId,
      ]),
    );
    const again = company.person('csr', { units: [company.businessUnitId] }).call('jobs.book', {
      key: 'pressed-twice',
      body: { ...bookingBody(company), summary: 'No cool' },
    });
    await expect(again).rejects.toMatchObject(unknown);
    expect(await book(company)).toEqual(own);
  });

  test('so is a warning that named another unit’s job: told once, not again', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const other = await company.book({ technicianIds: [ana], businessUnitId: company.otherUnitId });
    const [visit] = other.appointments;
    const add = (units?: readonly Id[]) =>
      company.person('dispatcher', units ? { units } : {}).call('timeOff.add', {
        key: 'ill',
        body: { technicianId: ana, start: visit!.start, end: visit!.end, label: 'Ill' },
      });
    expect((await add()).notes).toMatchObject([{ params: { jobId: other.job.id } }]);
    await expect(add([company.businessUnitId])).rejects.toMatchObject({ code: 'record.not_found' });
  });

  test('R39 pressed again by who may not see costs any more, it shows none', async () => {
    const company = await makeCompany(database());
    const { job } = await company.book();
    const place = { customerId: job.customerId, locationId: job.locationId };
    const { card } = await company
      .person('csr')
      .call('projects.create', { key: 'p', body: { place, name: 'Loft' } });
    const { userId } = company.person('accounting').actor;
    const add = (role: 'accounting' | 'csr') =>
      company.person(role, { userId }).call('projects.addBudgetLine', {
        key: 'pressed-twice',
        params: { id: card.project.id },
        body: { label: 'Duct', kind: 'Material', quantity: 10_000, amountCents: 123_456 },
      });
    const first = await add('accounting');
    expect(first.line.amountCents).toBe(123_456);
    const again = await add('csr');
    expect(again).toEqual({ ...first, line: { ...first.line, amountCents: null } });
    expect(JSON.stringify(again)).not.toContain('123456');
    expect(await add('accounting')).toEqual(first);
  });
});
