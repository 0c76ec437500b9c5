import { expect, test } from 'vitest';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

type Plan = { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };

eachEngine('words like the one typed', (database) => {
  test('are found by their pieces however often they are asked for, not by reading every word', async () => {
    await makeCompany(database());
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query(`select set_config('app.tenant_id', '1', true)`);
      await tx.query(
        `insert into company.search_words (tenant_id, word)
         select distinct 1, substr(translate(md5(n::text), '0123456789', 'ghijklmnop'), 1, 6 + n % 6)
         from generate_series(1, 20000) n on conflict do nothing`,
      );
    });
    await database().transaction({ tenantId: 'system' }, (tx) => tx.query('analyze company.search_words'));
    const pages = await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query(`select set_config('app.tenant_id', '1', true)`);
      const read: number[] = [];
      // From the sixth time on PostgreSQL may settle on one plan for whatever is typed.
      for (let time = 0; time < 8; time++) {
        const [row] = await tx.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
          `explain (analyze, buffers, timing off, format json) select word from company.words_alike('qxzolson', 1500)`,
        );
        const { Plan: plan } = row!['QUERY PLAN'][0]!;
        read.push(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']);
      }
      return read;
    });
    // The words stand on some 120 pages; one by one in the order of an index they would be thousands.
    expect(Math.max(...pages.slice(1))).toBeLessThan(400);
  });
});
