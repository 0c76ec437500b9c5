import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';

const at = (text: string) => instant(`2026-11-21T${text}:00Z`);

eachEngine('leaving to come back', (database) => {
  test('the rest of the day is free for other work, and coming back after that is never refused', async () => {
    const company = await makeCompany(database());
    const clock = company.clock as FixedClock;
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [Id];
    let card: JobCardView = await company.book({ technicianIds: [ana] }); // 14:00 to 16:00
    const step = async (time: string, name: 'arrive' | 'leave', more: object = {}) => {
      clock.set(at(time));
      const [visit] = card.appointments;
      const { cards } = await dispatcher.call(`appointments.${name}`, {
        params: { id: visit!.id },
        body: {
          expected: [{ kind: 'appointment', id: visit!.id, version: visit!.version }],
          technicianId: ana,
          ...more,
        },
      });
      card = cards[0]!;
    };
    await step('14:00', 'arrive');
    await step('14:30', 'leave', { comingBack: true });
    const other = await company.book({ technicianIds: [ana], start: at('14:45'), end: at('15:45') });
    // In the middle of the other visit there is no time left here.
    await expect(step('15:00', 'arrive')).rejects.toMatchObject({
      code: 'schedule.conflict',
      params: { conflicts: [{ code: 'overlap', jobNumber: other.job.number }] },
    });
    await step('15:45', 'arrive');
    await step('15:50', 'leave', { comingBack: true });
    await step('18:00', 'arrive');
    await step('18:30', 'leave');
    expect(card.appointments[0]).toMatchObject({ status: 'Done', assignments: [{ doneOn: at('18:30') }] });
  });
});
