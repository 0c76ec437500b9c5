import { expect, test } from 'vitest';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine('why a job or a visit is stopped', (database) => {
  test('comes from the list for it: a hold’s reason cancels nothing, a cancellation’s holds nothing, one out of use neither', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const { job, appointments } = await company.book();
    const [visit] = appointments;
    const expected = [
      { kind: 'job' as const, id: job.id, version: job.version },
      { kind: 'appointment' as const, id: visit!.id, version: visit!.version },
    ];
    const stop = (name: 'jobs.cancel' | 'jobs.hold' | 'appointments.hold', reasonId: number) =>
      dispatcher.call(name, {
        params: { id: name === 'appointments.hold' ? visit!.id : job.id },
        body: { expected, reasonId },
      });
    const refusedAs = (kind: string) => ({ code: 'job.reason_required', params: { kind } });
    const { holdReasonId, cancelReasonId } = company;
    await expect(stop('jobs.cancel', holdReasonId)).rejects.toMatchObject(refusedAs('Cancel'));
    await expect(stop('jobs.hold', cancelReasonId)).rejects.toMatchObject(refusedAs('Hold'));
    await expect(stop('appointments.hold', cancelReasonId)).rejects.toMatchObject(refusedAs('Hold'));
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query('update company.reasons set active = false where tenant_id = $1 and id = $2', [
        company.tenantId,
        cancelReasonId,
      ]),
    );
    await expect(stop('jobs.cancel', cancelReasonId)).rejects.toMatchObject(refusedAs('Cancel'));
    const { cards } = await stop('jobs.hold', holdReasonId);
    expect(cards[0]!.job.hold).toMatchObject({ reasonId: holdReasonId });
  });
});
