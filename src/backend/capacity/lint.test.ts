import { expect, test } from 'vitest';
import { DEMO_SIZES, loadDemo } from '#backend/demo/load.ts';
import type { LintAnswer } from '#contract/capacity.ts';
import { instant } from '#domain/time.ts';
import { addShift, sql } from '#testing/capacity-ground.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { fixedClock } from '#testing/fixed-clock.ts';
import { lintCompany } from './lint.ts';

const NOW = instant('2026-11-20T15:00:00Z');
const SMALL = { ...DEMO_SIZES.normal, customers: 100, pastDays: 0, aheadDays: 14 };
const codes = ({ findings }: LintAnswer) => findings.map(({ code, name }) => `${code} ${name}`);

eachEngine('the check of the set-up on a database', (database) => {
  test('raises no false alarm on the demo company, and finds what is broken in it', async () => {
    await loadDemo(database(), fixedClock(NOW), { passwordHash: 'x', size: SMALL });
    const lint = () => database().transaction({ tenantId: 1, readOnly: true }, (tx) => lintCompany(tx, NOW));
    expect(codes(await lint())).toEqual([]);
    for (const fault of [
      `update company.job_types set duration_minutes = 1 where name = 'No cool'`,
      `update company.job_types set business_unit_ids = '{}' where name = 'No heat'`,
      `update company.skills set active = false where name = 'Sales'`,
      `update company.shifts set active = false where technician_id = (select min(id) from company.technicians)`,
      `update company.arrival_windows set start_minute = 1260, end_minute = 1380 where name = 'Evening'`,
      `update company.capacity_rules set reserve_percent = 100 where name = 'Plumbing keeps a tenth'`,
      `update company.locations set time_zone = 'Asia/Tokyo' where id = (select min(id) from company.locations)`,
    ]) {
      await sql(database(), fault);
    }
    const found = codes(await lint());
    for (const expected of [
      'jobType.tooShort No cool',
      'jobType.noUnit No heat',
      'jobType.skillGone Estimate, system',
      'window.nobodyWorks Evening',
      'rule.reservesAll Plumbing keeps a tenth',
    ]) {
      expect(found).toContain(expected);
    }
    expect(found.filter((one) => one.startsWith('technician.noShift'))).toHaveLength(1);
    expect(found.filter((one) => one.startsWith('location.otherTimeZone'))).toHaveLength(1);
  });

  test('reads shifts on the clock of the unit, and only those of the next two weeks', async () => {
    const company = await makeCompany(database());
    const [ana, sam] = company.technicianIds as [number, number];
    await addShift(database(), ana, '08:00', '16:00');
    await addShift(database(), sam, '08:00', '16:00', '2026-12-20');
    const found = codes(await company.person('admin').call('capacity.lint'));
    expect(found).toContain('technician.noShift Sam Kowalski');
    expect(found).not.toContain('technician.noShift Ana Reyes');
    expect(found).toContain('unit.noTechnician Plumbing');
  });
});
