import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import type { Expected } from '#contract/scalars.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const seen = ({ job, appointments }: JobCardView): Expected => [
  { kind: 'job', id: job.id, version: job.version },
  ...appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
];

/** A job with two visits, as two dispatchers have it on their screens. */
async function twoVisits(company: Company): Promise<JobCardView> {
  const { job } = await company.book();
  const { cards } = await company.person('dispatcher').call('jobs.addAppointment', {
    key: 'more',
    params: { id: job.id },
    body: { start: instant('2026-11-24T14:00:00Z'), end: instant('2026-11-24T16:00:00Z') },
  });
  return cards[0]!;
}
const held = (company: Company, what: 'jobs.hold' | 'appointments.hold', id: number, expected: Expected) =>
  company.person('dispatcher').call(what, {
    params: { id },
    body: { expected, reasonId: company.holdReasonId, memo: '' },
  });
const resumed = (company: Company, id: number, expected: Expected) =>
  company.person('dispatcher').call('jobs.resume', { params: { id }, body: { expected } });

eachEngine('holding and resuming a job that somebody else has just touched', (database) => {
  test('a visit held on its own meanwhile, for another reason, is not held over, nor released with the rest', async () => {
    const company = await makeCompany(database());
    const card = await twoVisits(company);
    const [, second] = card.appointments;
    const after = await held(company, 'appointments.hold', second!.id, seen(card));
    const stale = { code: 'request.stale', params: { kind: 'appointment', id: second!.id } };
    await expect(held(company, 'jobs.hold', card.job.id, seen(card))).rejects.toMatchObject(stale);
    const { cards } = await held(company, 'jobs.hold', card.job.id, seen(after.cards[0]!));
    const onHold = cards[0]!;
    expect(onHold.job.status).toBe('Hold');
    // Released and held anew by somebody else: what the first one sees is not what would be resumed.
    const released = await company.person('admin').call('appointments.release', {
      params: { id: second!.id },
      body: { expected: seen(onHold) },
    });
    const again = await held(company, 'appointments.hold', second!.id, seen(released.cards[0]!));
    await expect(resumed(company, card.job.id, [...seen(onHold)!])).rejects.toMatchObject({
      code: 'request.stale',
    });
    expect((await resumed(company, card.job.id, seen(again.cards[0]!))).cards[0]!.job.status).toBe(
      'Scheduled',
    );
  });

  test('a visit moved meanwhile is no matter of the hold: both are kept', async () => {
    const company = await makeCompany(database());
    const card = await twoVisits(company);
    const [first] = card.appointments;
    await company.person('admin').call('appointments.instructions', {
      params: { id: first!.id },
      body: { expected: seen(card), text: 'gate 4711' },
    });
    const done = await held(company, 'jobs.hold', card.job.id, seen(card));
    expect([done.merged, done.cards[0]!.job.status]).toEqual([true, 'Hold']);
    expect(done.cards[0]!.appointments[0]!.specialInstructions).toBe('gate 4711');
  });

  test('who has seen the job only, and none of its visits, holds it by its version alone', async () => {
    const company = await makeCompany(database());
    const { job } = await twoVisits(company);
    const expected = [{ kind: 'job' as const, id: job.id, version: job.version }];
    expect((await held(company, 'jobs.hold', job.id, expected)).cards[0]!.job.status).toBe('Hold');
  });
});
