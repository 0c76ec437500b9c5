import { expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { fixedClock } from '#testing/fixed-clock.ts';
import { makeTenant } from './make-tenant.ts';

eachEngine('companies', (database) => {
  test('each new company has its own number and its own token for the first admin', async () => {
    const first = await makeTenant(database(), fixedClock(), 'Bay State Comfort');
    const second = await makeTenant(database(), fixedClock(), 'Lake Shore Electric');
    expect(second.id).toBe(first.id + 1);
    expect(second.token).not.toBe(first.token);
    const rows = await database().transaction({ tenantId: 'system', readOnly: true }, (tx) =>
      tx.query('select tenant_id as id from office.setup_tokens order by tenant_id'),
    );
    expect(rows).toEqual([{ id: first.id }, { id: second.id }]);
  });
});
