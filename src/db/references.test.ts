import { expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import type { Transaction } from './database.ts';
import { requireReferences } from './references.ts';

const OFFICE = { tenantId: 'system' } as const;
const rateOfNothing = (tx: Transaction) =>
  tx.query(`insert into company.tax_rates (tenant_id, id, tax_zone_id, name, base, rate, valid_from, active, version, created_on, modified_on)
    values (1, 2, 404, 'MA sales tax', 'Material', 62500, '2020-01-01', true, 1, now(), now())`);
const POINTS_TO_NOTHING = { code: '23503', constraint: 'tax_rates_tenant_id_tax_zone_id_fkey' };

eachEngine('a bulk load', (database, engine) => {
  test('that leaves its references for later is refused at its end when one points to nothing', async () => {
    const load = database().transaction({ ...OFFICE, referencesLater: true }, rateOfNothing);
    // Only PGlite can put it off: there the insert itself is refused.
    if (engine === 'postgres') return expect(load).rejects.toMatchObject(POINTS_TO_NOTHING);
    await load;
    await expect(database().transaction(OFFICE, requireReferences)).rejects.toMatchObject(POINTS_TO_NOTHING);
    await database().transaction(OFFICE, (tx) => tx.query('delete from company.tax_rates'));
    return database().transaction(OFFICE, requireReferences);
  });

  test('puts nothing off for whoever writes after it', async () => {
    await database().transaction({ ...OFFICE, referencesLater: true }, (tx) => tx.query('select 1'));
    await expect(database().transaction(OFFICE, rateOfNothing)).rejects.toMatchObject(POINTS_TO_NOTHING);
  });
});
