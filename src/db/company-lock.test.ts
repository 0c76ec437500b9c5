import { expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { lockForCompany } from './company-lock.ts';

eachEngine(
  'a lock of one company',
  (database) => {
    const locks = (tenantId: number, name: string) =>
      database().transaction({ tenantId }, async (tx) => {
        await lockForCompany(tx, name);
        const held = await tx.query<{ key: string }>(
          `select classid || ' ' || objid as key from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
        );
        return held.map(({ key }) => key);
      });

    test('is another for another company and another thing, also for companies beyond the thirty-two bits', async () => {
      const far = 2 ** 32;
      const held = [
        ...(await locks(1, 'company.setup')),
        ...(await locks(2, 'company.setup')),
        ...(await locks(far + 1, 'company.setup')),
        ...(await locks(1, 'company.changes')),
      ];
      expect(new Set(held).size).toBe(4);
      expect(await locks(1, 'company.setup')).toEqual(held.slice(0, 1));
    });

    test('is not asked for where no company is meant', async () => {
      await expect(
        database().transaction({ tenantId: 'system' }, (tx) => lockForCompany(tx, 'company.setup')),
      ).rejects.toThrow('Whose company.setup');
    });
  },
  { emptied: false },
);
