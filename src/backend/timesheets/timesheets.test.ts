import { expect, test } from 'vitest';
import type { EndpointName } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (day: number, time: string) => instant(`2026-11-${day}T${time}:00Z`);
const expectedOf = ({ job, appointments }: JobCardView) => [
  { kind: 'job' as const, id: job.id, version: job.version },
  ...appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
];

async function step(company: Company, card: JobCardView, name: string, more: object): Promise<JobCardView> {
  const { cards } = (await company.person('dispatcher').call(`appointments.${name}` as EndpointName, {
    params: { id: card.appointments[0]!.id },
    body: { expected: expectedOf(card), technicianId: company.technicianIds[0]!, ...more } as never,
  })) as { cards: JobCardView[] };
  return cards[0]!;
}
async function sheet(company: Company, query: Record<string, unknown>) {
  const { items } = await company.person('accounting').call('timesheets.list', { query });
  return items.map(({ day, technicianName, travelMinutes, workMinutes }) => [
    day,
    technicianName,
    travelMinutes,
    workMinutes,
  ]);
}
const booked = (company: Company) =>
  company.book({
    start: at(16, '14:00'),
    end: at(16, '20:00'),
    technicianIds: company.technicianIds.slice(0, 1),
  });

eachEngine('timesheets', (database) => {
  test('work that is paused over days has each of its days, and a later day’s drive', async () => {
    const company = await makeCompany(database());
    let card = await booked(company);
    for (const [name, more] of [
      ['dispatch', { at: at(16, '13:30') }],
      ['arrive', { at: at(16, '14:00') }],
      ['pause', { at: at(16, '20:00') }],
      ['resume-work', { at: at(17, '14:00') }],
      ['leave', { at: at(17, '18:00'), comingBack: true }],
      ['dispatch', { at: at(18, '13:45') }],
      ['arrive', { at: at(18, '14:00') }],
      ['leave', { at: at(18, '15:00') }],
    ] as const) {
      card = await step(company, card, name === 'resume-work' ? 'resumeWork' : name, more);
    }
    expect(await sheet(company, { jobId: card.job.id })).toEqual([
      ['2026-11-16', 'Ana Reyes', 30, 360],
      ['2026-11-17', 'Ana Reyes', 0, 240],
      ['2026-11-18', 'Ana Reyes', 15, 60],
    ]);
    expect(await sheet(company, { from: '2026-11-17', until: '2026-11-17' })).toEqual([
      ['2026-11-17', 'Ana Reyes', 0, 240],
    ]);
  });

  test('a step taken back is taken out: an undone arrival, a technician called back', async () => {
    const company = await makeCompany(database());
    const card = await step(company, await booked(company), 'dispatch', { at: at(20, '13:00') });
    await step(company, card, 'arrive', { at: at(20, '13:30') });
    const days = { from: '2026-11-20', until: '2026-11-20' };
    // The clock stands at 15:00.
    expect(await sheet(company, days)).toEqual([['2026-11-20', 'Ana Reyes', 30, 90]]);
    const dispatcher = company.person('dispatcher');
    await dispatcher.call('operations.undo', { body: {} });
    expect(await sheet(company, days)).toEqual([['2026-11-20', 'Ana Reyes', 120, 0]]);
    const now = await dispatcher.call('jobs.get', { params: { id: card.job.id } });
    await step(company, now, 'cancelDispatch', {});
    expect(await sheet(company, days)).toEqual([]);
  });

  test('a canceled job’s drive that never arrived counts nothing', async () => {
    const company = await makeCompany(database());
    const card = await step(company, await booked(company), 'dispatch', { at: at(20, '13:00') });
    await company.person('csr').call('jobs.cancel', {
      params: { id: card.job.id },
      body: { expected: expectedOf(card), reasonId: company.cancelReasonId, memo: '' },
    });
    expect(await sheet(company, { from: '2026-11-20', until: '2026-11-20' })).toEqual([]);
  });

  test('more than 92 days at once are refused, and another unit’s work is not told', async () => {
    const company = await makeCompany(database());
    const accounting = company.person('accounting');
    for (const query of [{}, { from: '2026-01-01', until: '2026-11-20' }]) {
      await expect(accounting.call('timesheets.list', { query })).rejects.toMatchObject({
        code: 'request.invalid',
      });
    }
    const card = await step(company, await booked(company), 'arrive', { at: at(20, '13:00') });
    const confined = company.person('accounting', { units: [company.otherUnitId as Id] });
    const { items } = await confined.call('timesheets.list', { query: { jobId: card.job.id } });
    expect(items).toEqual([]);
  });
});
