import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { putItems } from '#testing/invoicing.ts';

const ZONE = 9_101;

const system = (database: Database, sql: string, params: readonly unknown[]) =>
  database.transaction({ tenantId: 'system' }, (tx) => tx.query<Record<string, unknown>>(sql, params));

/** The other unit keeps its books in Canadian dollars and has a tax zone of its own. */
async function otherBooks(database: Database, { tenantId, otherUnitId, jobTypeId }: Company): Promise<void> {
  await system(
    database,
    `insert into company.tax_zones (tenant_id, id, name, created_on, modified_on) values ($1, $2, 'Ontario', now(), now())`,
    [tenantId, ZONE],
  );
  await system(
    database,
    `update company.business_units set currency = 'CAD', tax_zone_id = $2 where tenant_id = $1 and id = $3`,
    [tenantId, ZONE, otherUnitId],
  );
  await system(
    database,
    `update company.job_types set business_unit_ids = '{}' where tenant_id = $1 and id = $2`,
    [tenantId, jobTypeId],
  );
}

async function invoiceOf(database: Database, jobId: Id) {
  const [row] = await system(
    database,
    `select business_unit_id as unit, currency, tax_zone_id as "taxZone" from company.invoices where job_id = $1`,
    [jobId],
  );
  return row;
}

eachEngine('a job given to another business unit', (database) => {
  test('takes its pending invoice along: unit, currency and tax zone; undo brings it back', async () => {
    const company = await makeCompany(database());
    await otherBooks(database(), company);
    const csr = company.person('csr');
    const { job } = await company.book();
    const before = await invoiceOf(database(), job.id);
    expect(before).toEqual({ unit: company.businessUnitId, currency: 'USD', taxZone: null });
    await csr.call('jobs.update', {
      params: { id: job.id },
      body: {
        expected: [{ kind: 'job', id: job.id, version: 1 }],
        changes: { businessUnitId: company.otherUnitId },
      },
    });
    expect(await invoiceOf(database(), job.id)).toEqual({
      unit: company.otherUnitId,
      currency: 'CAD',
      taxZone: ZONE,
    });
    await csr.call('operations.undo', { body: {} });
    expect(await invoiceOf(database(), job.id)).toEqual(before);
  });

  test('is not taken back once items stand on its invoice: they are priced in the new unit’s currency', async () => {
    const company = await makeCompany(database());
    await otherBooks(database(), company);
    const { job, invoice } = await company.book();
    const csr = company.person('csr');
    await csr.call('jobs.update', {
      params: { id: job.id },
      body: {
        expected: [{ kind: 'job', id: job.id, version: 1 }],
        changes: { businessUnitId: company.otherUnitId },
      },
    });
    await putItems(database(), company, invoice.id, [{ price: 100_000 }]);
    await expect(csr.call('operations.undo', { body: {} })).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'job.invoice_other_currency', from: 'CAD', to: 'USD' },
    });
    expect(await invoiceOf(database(), job.id)).toMatchObject({ currency: 'CAD' });
  });

  test('is refused where items of its invoice are in another currency: a document has one', async () => {
    const company = await makeCompany(database());
    await otherBooks(database(), company);
    const { job, invoice } = await company.book();
    await putItems(database(), company, invoice.id, [{ price: 100_000 }]);
    await expect(
      company.person('csr').call('jobs.update', {
        params: { id: job.id },
        body: {
          expected: [{ kind: 'job', id: job.id, version: 1 }],
          changes: { businessUnitId: company.otherUnitId },
        },
      }),
    ).rejects.toMatchObject({ code: 'job.invoice_other_currency', params: { from: 'USD', to: 'CAD' } });
    expect(await invoiceOf(database(), job.id)).toMatchObject({ currency: 'USD' });
  });
});
