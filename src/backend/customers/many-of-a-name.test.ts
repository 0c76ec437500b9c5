import { expect, test } from 'vitest';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { remembering } from '#testing/statements.ts';
import { customerPage } from './search.ts';

eachEngine('a search that many are found by', (database) => {
  test('shows names that begin with what is typed first, the same ones however many are asked for', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const make = (name: string, state: string) =>
      csr.call('customers.create', {
        key: name,
        body: { name, locations: [{ street: `${name.length} Maple St`, state }] },
      });
    for (const name of ['Zoe Hill', 'Mabel Ito', 'Ann Mason', 'Mara Diaz', 'Mack Boyd'])
      await make(name, 'MA');
    const gone = (await make('Maaike Out', 'MA')).customer;
    await csr.call('customers.update', {
      params: { id: gone.id },
      body: {
        expected: [{ kind: 'customer', id: gone.id, version: gone.version }],
        changes: { active: false },
      },
    });
    const found = async (limit: number, q = 'ma') =>
      (await csr.call('customers.list', { query: { q, limit } })).items.map(({ name }) => name);
    const all = await found(50);
    expect(all.slice(0, 3)).toEqual(['Mabel Ito', 'Mack Boyd', 'Mara Diaz']);
    expect(all).toContain('Zoe Hill');
    for (const limit of [1, 2, 3, 4, 5]) expect(await found(limit)).toEqual(all.slice(0, limit));
    expect(await found(1, 'mara d')).toEqual(['Mara Diaz']);
    // When names fill the list, the others who have the letters somewhere are not put in order.
    const asked = await database().transaction({ tenantId: company.tenantId, readOnly: true }, async (tx) => {
      const seen = remembering(tx);
      await customerPage(seen.tx, { q: 'ma', limit: 3 });
      return seen.statements.join();
    });
    expect(asked).toContain('customers_named');
    expect(asked).not.toContain('customers_found');
    expect(await found(1, ' MAB')).toEqual(['Mabel Ito']);
  });
});
