import { expect, test } from 'vitest';
import { instant } from '#domain/time.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (clock: string, day = '2026-11-24') => instant(`${day}T${clock}:00Z`);
const times = { start: at('14:00'), end: at('15:00') };

eachEngine('one visit more', (database) => {
  test('is given to technicians in the same step, and taken back with them by one undo', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const [ana, ben] = company.technicianIds;
    const { job } = await company.book();
    const params = { id: job.id };
    const body = { ...times, technicianIds: [ana!, ben!] };
    const { cards, operationId } = await csr.call('jobs.addAppointment', { key: 'more', params, body });
    const added = cards[0]!.appointments.at(-1)!;
    expect(added.assignments.map(({ technicianId }) => technicianId).sort()).toEqual([ana, ben].sort());
    await csr.call('operations.undo', { key: 'back', body: { operationId } });
    const after = await csr.call('jobs.get', { params });
    expect(after.appointments.filter(({ active }) => active)).toHaveLength(1);
  });

  test('is refused whole when the technician’s time is taken', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds;
    await company.book({ ...times, technicianIds: [ana!] });
    const { job } = await company.book();
    const params = { id: job.id };
    await expect(
      dispatcher.call('jobs.addAppointment', { key: 'a', params, body: { ...times, technicianIds: [ana!] } }),
    ).rejects.toMatchObject({ code: 'schedule.conflict' });
    expect((await dispatcher.call('jobs.get', { params })).appointments).toHaveLength(1);
  });
});
