import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { putItems } from '#testing/invoicing.ts';
import { loadCards } from './store.ts';

eachEngine('a job card out of the database', (database) => {
  test('says whether something is applied to its invoice, by the ledger', async () => {
    const company = await makeCompany(database());
    const { job, invoice } = await company.book();
    const isPaid = async (id: Id) => {
      const [card] = await database().transaction({ tenantId: company.tenantId }, (tx) =>
        loadCards(tx, [id]),
      );
      return card!.invoicePaidInPart;
    };
    await putItems(database(), company, invoice.id, [{ price: 1_000_000 }]);
    expect(await isPaid(job.id)).toBe(false);
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query(
        `insert into company.ar_applications (tenant_id, id, from_kind, from_id, to_kind, to_id, cents, effective_on, made)
         values ($1, 7001, 'payment', 7000, 'invoice', $2, 100, '2026-11-20', '{}')`,
        [company.tenantId, invoice.id],
      );
      await tx.query(
        `insert into company.ar_entries (tenant_id, document_kind, document_id, cause, cents, effective_on, entered_at, operation_id, application_id)
         values ($1, 'invoice', $2, 'Application', -100, '2026-11-20', now(), 0, 7001)`,
        [company.tenantId, invoice.id],
      );
    });
    expect(await isPaid(job.id)).toBe(true);
  });
});
