import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { addMinutes, instant } from '#domain/time.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine('stamps given by hand', (database) => {
  test('are not taken from the future, and a phone’s clock may be a little fast', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [Id];
    const card = await company.book({ technicianIds: [ana] });
    const [visit] = card.appointments;
    const expected = [
      { kind: 'appointment' as const, id: visit!.id, version: visit!.version },
      { kind: 'job' as const, id: card.job.id, version: card.job.version },
    ];
    const params = { id: visit!.id };
    const arrive = (at: string) =>
      dispatcher.call('appointments.arrive', {
        params,
        body: { expected, technicianId: ana, at: instant(at) },
      });
    await expect(arrive('2031-01-01T00:00:00Z')).rejects.toMatchObject({
      code: 'job.time_in_future',
    });
    await expect(
      dispatcher.call('jobs.complete', {
        params: { id: card.job.id },
        body: { expected, completedOn: instant('2035-01-01T00:00:00Z') },
      }),
    ).rejects.toMatchObject({ code: 'job.time_in_future' });
    const { cards } = await arrive(addMinutes(company.clock.now(), 4));
    expect(cards[0]!.job.status).toBe('InProgress');
  });

  test('nor from long before the job was booked, nor is it completed before anybody came', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [Id];
    const { job, appointments } = await company.book({ technicianIds: [ana] });
    const [visit] = appointments;
    const seen = [
      { kind: 'appointment' as const, id: visit!.id, version: visit!.version },
      { kind: 'job' as const, id: job.id, version: job.version },
    ];
    const complete = (completedOn: string, expected: typeof seen) =>
      dispatcher.call('jobs.complete', {
        params: { id: job.id },
        body: { expected, completedOn: instant(completedOn) },
      });
    await expect(complete('2019-11-20T15:00:00Z', seen)).rejects.toMatchObject({
      code: 'job.time_long_before_booking',
      params: { days: 31, command: 'completeJob' },
    });
    const { cards } = await dispatcher.call('appointments.arrive', {
      params: { id: visit!.id },
      body: { expected: seen, technicianId: ana, at: instant('2026-11-20T14:00:00Z') },
    });
    const now = [
      { kind: 'appointment' as const, id: visit!.id, version: cards[0]!.appointments[0]!.version },
      { kind: 'job' as const, id: job.id, version: cards[0]!.job.version },
    ];
    await expect(complete('2026-11-20T13:00:00Z', now)).rejects.toMatchObject({
      code: 'job.completed_before_arrival',
    });
    expect((await complete('2026-11-20T14:30:00Z', now)).cards[0]!.job.status).toBe('Completed');
  });
});
