import { expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

type New = BodyIn<'customers.create'>;
let made = 0;

async function office(company: Company, customers: readonly New[]) {
  const csr = company.person('csr');
  for (const body of customers) await csr.call('customers.create', { key: `made ${made++}`, body });
  return {
    csr,
    names: async (q: string, query: Record<string, string> = {}) =>
      (await csr.call('customers.list', { query: { q, ...query } })).items.map(({ name }) => name),
    first: async (q: string) => (await csr.call('customers.list', { query: { q } })).items[0],
  };
}
const maria: New = {
  name: 'Maria Lopez-O’Brien',
  contacts: [
    { kind: 'Mobile', value: '(617) 555-0142' },
    { kind: 'Email', value: 'M.Lopez@example.com' },
  ],
  locations: [{ street: '235 Fairmount Ave', unit: 'Apt 3B', city: 'Hyde Park', zip: '02136' }],
};
const others: New[] = [
  { name: 'Žofie Nová', locations: [{ street: '12 North Main Street', city: 'Quincy', zip: '02169' }] },
  { name: 'Kowalski Heating', contacts: [{ kind: 'Phone', value: '617 555 0199' }] },
  { name: 'Lopez Bakery', locations: [{ street: '1 Elm St', city: 'Salem' }] },
  { name: 'Jonathan Whitfield', locations: [{ street: '9 Lopez Ct', city: 'Milton' }] },
];

eachEngine('the one search box', (database) => {
  const SPELLINGS = [
    ['a phone however it is written', '+1 617.555.0142', 'phone'],
    ['the beginning of a phone', '(617) 555-014', 'phone'],
    ['the last seven digits', '555-0142', 'phone'],
    ['the last four digits', '0142', 'phone'],
    ['a phone with one digit wrong', '617 555 0143', 'phone'],
    ['an e-mail in any case', 'm.lopez@EXAMPLE.com', 'email'],
    ['an e-mail half typed', 'm.lopez@ex', 'email'],
    ['words of the name in any order', 'obrien maria', 'name'],
    ['the name with its apostrophe', "o'brien", 'name'],
    ['a letter wrong', 'mraia', 'name'],
    ['two letters wrong', 'fiarmuont', 'address'],
    ['house and street, the ending in full', '235 fairmount avenue', 'address'],
    ['name and town together', 'maria hyde', 'address'],
    ['name and phone together', 'lopez 617 555 0142', 'phone'],
    ['house and zip', '235 02136', 'address'],
  ] as const;
  test('phone, name, e-mail and address find the customer however they are spelled, and say on what', async () => {
    const company = await makeCompany(database());
    const { first } = await office(company, [maria, ...others]);
    for (const [spelling, typed, on] of SPELLINGS) {
      expect(await first(typed), spelling).toMatchObject({ name: maria.name, match: { on } });
    }
  });

  test('a whole number with two digits wrong is somebody else’s, though its beginning is one digit off', async () => {
    const company = await makeCompany(database());
    const { names } = await office(company, [maria, ...others]);
    // 617 555 0142: without the first 9 it would be the beginning of it, one digit wrong.
    expect(await names('617 555 0914')).toEqual([]);
    expect(await names('617 555 0914', { nearly: 'true' })).toEqual([]);
    expect(await names('617 555 0124')).toEqual([maria.name]);
  });

  test('a number with an extension is found by the number alone, and is exact', async () => {
    const company = await makeCompany(database());
    const extended = {
      name: 'Front Desk',
      contacts: [{ kind: 'Phone' as const, value: '617-555-0142 x12' }],
    };
    const { first } = await office(company, [extended]);
    expect(await first('617 555 0142')).toMatchObject({
      name: 'Front Desk',
      match: { on: 'phone', isExact: true },
    });
  });

  test('accents are typed without: Zofie Nova is Žofie Nová, 12 n main st is 12 North Main Street', async () => {
    const { names } = await office(await makeCompany(database()), [maria, ...others]);
    expect(await names('zofie nova')).toEqual(['Žofie Nová']);
    expect(await names('12 n main st')).toEqual(['Žofie Nová']);
  });

  test('a whole number comes first, then names that begin so, then words of the name, then addresses', async () => {
    const { names } = await office(await makeCompany(database()), [maria, ...others]);
    expect(await names('lopez')).toEqual(['Lopez Bakery', maria.name, 'Jonathan Whitfield']);
  });

  test('what is typed rightly is not mixed with guesses, and guesses say that they are', async () => {
    const { names, first } = await office(await makeCompany(database()), [maria, ...others]);
    expect(await names('kowalski heating')).toEqual(['Kowalski Heating']);
    expect(await first('kovalsky')).toMatchObject({ name: 'Kowalski Heating', match: { isExact: false } });
    expect(await names('zzzzzz')).toEqual([]);
  });

  test('signs of the index’s own language and empty words find nobody and break nothing', async () => {
    const { names } = await office(await makeCompany(database()), [maria]);
    for (const typed of ["'", '\\', ':*', '&|!', "' | 'x", '%', '—', '@', '(((', '<->'])
      expect(await names(typed)).toEqual([]);
  });

  test('another company’s customers are not found, nor are its words', async () => {
    const here = await office(await makeCompany(database(), 1), [maria]);
    const there = await office(await makeCompany(database(), 2), others);
    expect(await there.names('maria')).toEqual([]);
    expect(await there.names('mraia')).toEqual([]);
    expect(await here.names('kowalski')).toEqual([]);
    const words = await database().transaction({ tenantId: 2, readOnly: true }, (tx) =>
      tx.query(`select word from company.words_alike('maria', 5)`),
    );
    expect(words.map(({ word }) => word)).not.toContain('maria');
  });

  test('who is changed is found by the new name and no more by the old one', async () => {
    const company = await makeCompany(database());
    const { csr, names, first } = await office(company, [maria]);
    const { id } = (await first('maria'))!;
    const body = { expected: [{ kind: 'customer' as const, id, version: 1 }], changes: { name: 'Ida Moss' } };
    await csr.call('customers.update', { params: { id }, body });
    expect(await names('ida')).toEqual(['Ida Moss']);
    expect(await names('maria lopez')).toEqual([]);
  });

  test('customers of before the index are made findable by the hourly upkeep, in small steps', async () => {
    const company = await makeCompany(database());
    const { names } = await office(company, [maria, ...others]);
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(`update company.customers set terms = '''=old'':1', name_key = ''`),
    );
    expect(await names('0142')).toEqual([]);
    while (await company.backend.forget?.());
    expect(await names('0142')).toEqual([maria.name]);
    expect(
      await database().transaction({ tenantId: 'system' }, (tx) =>
        tx.query(`select from company.customers where version > 1`),
      ),
    ).toEqual([]);
  });

  test('where nobody has all of it, a call is told who has the rest and which word they do not have', async () => {
    const company = await makeCompany(database());
    const { csr } = await office(company, [maria, ...others]);
    const called = async (q: string) => {
      const { items, notFound } = await csr.call('customers.list', { query: { q, nearly: 'true' } });
      return [items.map(({ name }) => name), notFound];
    };
    expect(await called('xyzzy on main st')).toEqual([['Žofie Nová'], ['xyzzy']]);
    expect(await called('whitfield the ct')).toEqual([['Jonathan Whitfield'], []]);
    expect(await called('xyzzy 617 555 0199')).toEqual([['Kowalski Heating'], ['xyzzy']]);
    expect(await called('elm salem')).toEqual([['Lopez Bakery'], undefined]);
    expect(await called('xyzzy plugh')).toEqual([[], []]);
    // Lists and pickers ask for all of it, as before.
    const plain = await csr.call('customers.list', { query: { q: 'xyzzy on main st' } });
    expect(plain).toEqual({ items: [], next: null, total: null });
  });

  test('the list is read in pages by name, each customer once', async () => {
    const company = await makeCompany(database());
    const { csr } = await office(company, [maria, ...others, { name: 'kowalski heating' }]);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await csr.call('customers.list', { query: { limit: 2, ...(after ? { after } : {}) } });
      expect(page.total).toBe(after ? null : 6);
      seen.push(...page.items.map(({ name }) => name));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual([
      'Jonathan Whitfield',
      'Kowalski Heating',
      'kowalski heating',
      'Lopez Bakery',
      'Maria Lopez-O’Brien',
      'Žofie Nová',
    ]);
  });
});
