import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (text: string) => instant(`2026-11-21T${text}:00Z`);
const put = (
  database: Database,
  locationId: Id,
  zip: string,
  [latitude, longitude]: readonly [number | null, number | null],
) =>
  database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query('update company.locations set zip = $2, latitude = $3, longitude = $4 where id = $1', [
      locationId,
      zip,
      latitude,
      longitude,
    ]);
  });
const pointOf = async (company: Company, jobId: Id) => {
  const { appointments } = await company.person('csr').call('jobs.get', { params: { id: jobId } });
  const { latitude, longitude } = appointments[0]!;
  return [latitude, longitude];
};

eachEngine('a place without a pin', (database) => {
  test('counts as the middle of the known places of its postal code, and of no other', async () => {
    const company = await makeCompany(database());
    const known = [await company.book(), await company.book(), await company.book()];
    const { job } = await company.book();
    await put(database(), known[0]!.job.locationId, '02169', [42.2, -71.0]);
    await put(database(), known[1]!.job.locationId, '02169', [42.4, -71.2]);
    await put(database(), known[2]!.job.locationId, '94103', [37.8, -122.4]);
    await put(database(), job.locationId, '02169', [null, null]);
    const [latitude, longitude] = await pointOf(company, job.id);
    expect(latitude).toBeCloseTo(42.3);
    expect(longitude).toBeCloseTo(-71.1);
    await put(database(), job.locationId, '', [null, null]);
    expect(await pointOf(company, job.id)).toEqual([null, null]);
    await put(database(), job.locationId, '02169', [42.21, -71.01]);
    expect(await pointOf(company, job.id)).toEqual([42.21, -71.01]);
  });

  test('the drive there is known from it: back to back with work across the country is told with its minutes', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const first = await company.book({ start: at('14:00'), end: at('15:00'), technicianIds: [ana] });
    const neighbor = await company.book();
    const { job, appointments } = await company.book({ start: at('15:00'), end: at('16:00') });
    await put(database(), first.job.locationId, '94103', [37.8, -122.4]);
    await put(database(), neighbor.job.locationId, '02169', [42.3, -71.0]);
    await put(database(), job.locationId, '02169', [null, null]);
    const { notes } = await company.person('dispatcher').call('appointments.assign', {
      params: { id: appointments[0]!.id },
      body: {
        expected: [{ kind: 'appointment', id: appointments[0]!.id, version: 1 }],
        technicianIds: [ana],
      },
    });
    const drive = notes.find(({ code }) => code === 'schedule.travelTooShort');
    expect(drive?.params).toMatchObject({ isKnown: true });
    expect(drive?.params.travelMinutes).toBeGreaterThan(4_000);
  });
});
