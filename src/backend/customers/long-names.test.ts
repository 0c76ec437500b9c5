import { expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

/** Twice as long in lower case: the longest place a page can end at. */
const LONGEST = 'İ'.repeat(120);

eachEngine('a list of customers with the longest names there can be', (database) => {
  test('is read to its end, page by page, each customer once', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    for (const key of ['1', '2', '3']) {
      await csr.call('customers.create', { key, body: { name: LONGEST, locations: [{ street: '1 Elm' }] } });
    }
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const query = endpoints['customers.list'].query.parse({
        limit: '1',
        ...(after === null ? {} : { after }),
      });
      const page: { items: { id: number }[]; next: string | null } = await csr.call('customers.list', {
        query,
      });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(seen).toHaveLength(3);
  });
});
