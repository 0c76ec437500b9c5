import { expect, test } from 'vitest';
import { bookingBody, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine('finding jobs', (database) => {
  test('by job type, by any of some tags, by project, and what came of a job: its recalls and warranty work', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query(
        `insert into company.tags (tenant_id, id, name, created_on, modified_on) values (1, 61, 'Dog', now(), now()), (1, 62, 'VIP', now(), now())`,
      );
      await tx.query(
        `insert into company.job_types (tenant_id, id, name, duration_minutes, priority, created_on, modified_on) values (1, 63, 'Tune-up', 60, 'Low', now(), now())`,
      );
    });
    let made = 0;
    const book = async (name: string, more: object) => {
      const body = { ...bookingBody(company, { name }), ...more };
      return (await csr.call('jobs.book', { key: `find ${++made}`, body })).cards[0]!.job;
    };
    const dog = await book('Dog', { tagIds: [61] });
    const there = { customer: { id: dog.customerId }, location: { id: dog.locationId } };
    const recall = await book('', { ...there, tagIds: [61, 62], recallForJobId: dog.id });
    const warranty = await book('', { ...there, jobTypeId: 63, warrantyForJobId: dog.id });
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query(
        `insert into company.projects (tenant_id, id, number, name, customer_id, bill_to_customer_id, location_id, created_on, modified_on)
         select 1, 64, 1, 'New roof', customer_id, customer_id, location_id, now(), now() from company.jobs where id = $1`,
        [dog.id],
      );
      await tx.query('update company.jobs set project_id = 64 where id = $1', [dog.id]);
    });
    const names = new Map([
      [dog.id, 'Dog'],
      [recall.id, 'Recall'],
      [warranty.id, 'Warranty'],
    ]);
    const found = async (query: Record<string, unknown>) =>
      (await csr.call('jobs.list', { query })).items.map(({ id }) => names.get(id));
    expect(await found({ jobTypeIds: [63] })).toEqual(['Warranty']);
    expect(await found({ tagIds: [62] })).toEqual(['Recall']);
    expect(await found({ tagIds: [61, 62] })).toEqual(['Recall', 'Dog']);
    expect(await found({ projectId: 64 })).toEqual(['Dog']);
    expect(await found({ originalJobId: dog.id })).toEqual(['Warranty', 'Recall']);
  });
});
