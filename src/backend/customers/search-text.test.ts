import { expect, test } from 'vitest';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { remembering } from '#testing/statements.ts';
import { refreshSearch } from './commands.ts';

eachEngine('the search text of customers', (database) => {
  test('is brought up to date in one statement for all of them, each with its own words', async () => {
    const company = await makeCompany(database());
    for (const name of ['Maria Lopez', 'Žofie Nová', 'Elm Street Bakery']) await company.book({ name });
    const { texts, statements } = await database().transaction({ tenantId: company.tenantId }, async (tx) => {
      const asked = remembering(tx);
      const before = await tx.query('select id, search from company.customers order by id');
      await tx.query(`update company.customers set search = ''`);
      await refreshSearch(
        asked.tx,
        before.map(({ id }) => Number(id)),
      );
      await refreshSearch(asked.tx, []);
      const after = await tx.query('select id, search from company.customers order by id');
      return { texts: { before, after }, statements: asked.statements };
    });
    expect(texts.after).toEqual(texts.before);
    expect(new Set(texts.after.map(({ search }) => search)).size).toBe(3);
    expect(statements.filter((sql) => /^\s*update/.test(sql))).toHaveLength(1);
  });
});
