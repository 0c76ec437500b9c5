import { expect, test } from 'vitest';
import { addMinutes, instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { expectedOf } from '#testing/sweep/fresh-cards.ts';

const at = (clock: string, day = '2026-11-24') => instant(`${day}T${clock}:00Z`);

/** Canceled, and two days later: the visit's time is over. */
async function canceledLongAgo(company: Company) {
  const csr = company.person('csr');
  const [ana] = company.technicianIds;
  const { job } = await company.book({ start: at('14:00'), end: at('15:00'), technicianIds: [ana!] });
  const params = { id: job.id };
  const now = async () => expectedOf(await csr.call('jobs.get', { params }));
  const cancel = async () =>
    csr.call('jobs.cancel', {
      params,
      body: { expected: await now(), reasonId: company.cancelReasonId, memo: '' },
    });
  const canceled = await cancel();
  (company.clock as FixedClock).set(addMinutes(at('15:00'), 48 * 60));
  const visitId = canceled.cards[0]!.appointments[0]!.id;
  return { csr, params, now, visitId, ana: ana! };
}

eachEngine('a cancellation is removed after the visit’s time', (database) => {
  test('not without a new time: the visit would come back where nobody sees it', async () => {
    const { csr, params, now, visitId } = await canceledLongAgo(await makeCompany(database()));
    await expect(
      csr.call('jobs.removeCancellation', { params, body: { expected: await now() } }),
    ).rejects.toMatchObject({
      code: 'job.visits_past',
      params: { appointmentIds: [visitId], end: at('15:00') },
    });
    expect((await csr.call('jobs.get', { params })).job.status).toBe('Canceled');
  });

  test('at the new time, with the technician who had it', async () => {
    const { csr, params, now, visitId, ana } = await canceledLongAgo(await makeCompany(database()));
    const time = { start: at('14:00', '2026-11-30'), end: at('15:00', '2026-11-30') };
    const { cards } = await csr.call('jobs.removeCancellation', {
      params,
      body: { expected: await now(), visits: [{ appointmentId: visitId, ...time }] },
    });
    expect(cards[0]!.job.status).toBe('Scheduled');
    expect(cards[0]!.appointments).toMatchObject([{ ...time, assignments: [{ technicianId: ana }] }]);
  });

  test('names visits of this job only', async () => {
    const company = await makeCompany(database());
    const { csr, params, now } = await canceledLongAgo(company);
    const other = await company.book({ start: at('14:00', '2026-12-02'), end: at('15:00', '2026-12-02') });
    const visit = { start: at('14:00', '2026-12-01'), end: at('15:00', '2026-12-01') };
    await expect(
      csr.call('jobs.removeCancellation', {
        params,
        body: {
          expected: await now(),
          visits: [{ appointmentId: other.appointments[0]!.id, ...visit }],
        },
      }),
    ).rejects.toMatchObject({ code: 'record.not_found' });
  });
});
