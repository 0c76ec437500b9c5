import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine('undo asks for today’s role', (database) => {
  test('who booked a job and works in accounting since does not cancel it by undo', async () => {
    const company = await makeCompany(database());
    const userId = 101 as Id;
    const card = await company.book({});
    const before = company.person('csr', { userId });
    const { operationId } = await before.call('jobs.hold', {
      params: { id: card.job.id },
      body: {
        expected: [
          { kind: 'job', id: card.job.id, version: card.job.version },
          ...card.appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
        ],
        reasonId: company.holdReasonId,
        memo: '',
      },
    });
    const since = company.person('accounting', { userId });
    await expect(since.call('operations.undo', { body: { operationId } })).rejects.toMatchObject({
      code: 'session.forbidden',
    });
    expect((await before.call('jobs.get', { params: { id: card.job.id } })).job.status).toBe('Hold');
    await before.call('operations.undo', { body: { operationId } });
    expect((await before.call('jobs.get', { params: { id: card.job.id } })).job.status).toBe('Scheduled');
  });
});
