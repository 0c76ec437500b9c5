import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { bookingBody, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine('recall and warranty work', (database) => {
  test('comes back to a job of the same customer at the same place that was not canceled', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const { job, appointments } = await company.book({ name: 'Maria Lopez' });
    const other = await company.book({ name: 'Jo Park' });
    let made = 0;
    const book = (customerId: Id, locationId: Id, link: object) =>
      csr.call('jobs.book', {
        key: `original ${++made}`,
        body: {
          ...bookingBody(company),
          customer: { id: customerId },
          location: { id: locationId },
          ...link,
        },
      });
    const { cards } = await book(job.customerId, job.locationId, { recallForJobId: job.id });
    expect(cards[0]!.job.recallForJobId).toBe(job.id);
    for (const link of [{ recallForJobId: job.id }, { warrantyForJobId: job.id }]) {
      await expect(book(other.job.customerId, other.job.locationId, link)).rejects.toMatchObject({
        code: 'job.original_elsewhere',
        params: { number: job.number },
      });
    }
    await csr.call('jobs.cancel', {
      params: { id: job.id },
      body: {
        expected: [
          { kind: 'job', id: job.id, version: job.version },
          { kind: 'appointment', id: appointments[0]!.id, version: appointments[0]!.version },
        ],
        reasonId: company.cancelReasonId,
        memo: '',
      },
    });
    await expect(book(job.customerId, job.locationId, { warrantyForJobId: job.id })).rejects.toMatchObject({
      code: 'job.original_canceled',
    });
  });
});
