import { expect, test } from 'vitest';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { loadCards } from './store.ts';

eachEngine('a job card out of the database', (database) => {
  test('says whether its invoice is paid in part', async () => {
    const company = await makeCompany(database());
    const { job } = await company.book();
    const [card] = await database().transaction({ tenantId: company.tenantId }, (tx) =>
      loadCards(tx, [job.id]),
    );
    expect(card!.invoicePaidInPart).toBe(false);
  });

  test('cannot overlook a payment: there is no table of payments that it does not read', async () => {
    const tables = await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'company'
         and (table_name ~ 'payment' or table_name ~ 'application') order by 1`,
      ),
    );
    // What vendors are paid pays no invoice.
    const ofCustomers = tables.map(({ name }) => name).filter((name) => !name.startsWith('ap_'));
    expect(ofCustomers).toEqual(['payment_terms', 'payment_types']);
  });
});
