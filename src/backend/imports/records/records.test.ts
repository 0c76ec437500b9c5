import { beforeEach, describe, expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { deskPerTest, importDesk, some } from '#testing/import-desk.ts';

const CUSTOMERS = `Customer ID,Customer Name,Phone,Email,Street,City,State,Zip,Notes
C1,Maria Lopez,617-555-0142,maria@example.test,12 Elm St,Quincy,MA,02169,Gate 4
C2,Bob Stone,617-555-0143,,14 Elm St,Quincy,MA,02169,
`;
const LOCATIONS = `Location ID,Customer ID,Location Name,Street,City,State,Zip
L1,C1,Home,12 Elm Street,Quincy,MA,02169
L2,C1,Shop,9 Oak Ave,Quincy,MA,02169
L3,C9,None,1 Far Rd,Quincy,MA,02169
`;
const CONTACTS = `Contact ID,Customer ID,Contact Name,Cell,Email
K1,C1,Maria,617 555 0142,
K2,C2,Bea,,bea@example.test
K3,,Nobody,617-555-0199,
`;

const expected = ({ id, version }: { id: number; version: number }) => [{ kind: 'customer', id, version }];

eachEngine('an office that moves in', (database) => {
  const office = deskPerTest(database, importDesk);
  const customers = async () =>
    Promise.all(
      (await office.desk.call('customers.list')).items.map(({ id }) =>
        office.desk.call('customers.get', { params: { id } }),
      ),
    );
  const versions = () =>
    database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
      tx.query(
        `select 'c' as kind, id, version, modified_on from company.customers union all
         select 'l', id, version, modified_on from company.locations union all
         select 'k', id, version, modified_on from company.contacts order by 1, 2`,
      ),
    );

  test('brings customers with place and contacts, told before anything is written', async () => {
    const checked = await office.desk.check('customers', CUSTOMERS);
    expect(checked).toMatchObject({ kind: 'customers', status: 'Checked', undoUntil: null });
    expect(some(checked.fates)).toEqual({ create: 2 });
    expect(Object.fromEntries(checked.made.map(({ what, count }) => [what, count]))).toEqual({
      customer: 2,
      location: 2,
      contact: 3,
    });
    expect(await customers()).toEqual([]);
    const done = await office.desk.run(checked.id);
    expect(done).toMatchObject({ status: 'Done', fates: checked.fates });
    expect(new Map(done.made.map(({ what, count }) => [what, count]))).toEqual(
      new Map(checked.made.map(({ what, count }) => [what, count])),
    );
    expect(done.undoUntil).not.toBeNull();
    const [bob, maria] = await customers();
    expect(bob).toMatchObject({ name: 'Bob Stone', type: 'Residential' });
    expect(maria).toMatchObject({
      name: 'Maria Lopez',
      memo: 'Gate 4',
      locations: [{ street: '12 Elm St', city: 'Quincy', zip: '02169' }],
      contacts: [
        { kind: 'Phone', value: '617-555-0142' },
        { kind: 'Email', value: 'maria@example.test' },
      ],
    });
    expect((await office.desk.call('customers.list', { query: { q: '6175550142' } })).items).toHaveLength(1);
    expect((await office.desk.rows(done.id))[0]).toMatchObject({ externalId: 'C1', customerId: maria!.id });
  });

  test('again: nothing changes, not even a version', async () => {
    await office.desk.all('customers', CUSTOMERS);
    const before = await versions();
    const again = await office.desk.all('customers', CUSTOMERS);
    expect(some(again.fates)).toEqual({ exists: 2 });
    expect(again).toMatchObject({ made: [], undoUntil: null });
    expect(await versions()).toEqual(before);
  });

  test('a row that changed changes those fields alone; what was edited here stays and a clash is told', async () => {
    await office.desk.all('customers', CUSTOMERS);
    const [, maria] = await customers();
    await office.desk.call('customers.update', {
      params: { id: maria!.id },
      body: { expected: expected(maria!), changes: { memo: 'Gate 7' } },
    });
    const changed = CUSTOMERS.replace('Maria Lopez', 'Maria Lopez-Reed').replace('12 Elm St', '12 Elm Ct');
    const done = await office.desk.all('customers', changed);
    expect(await office.desk.fates(done.id)).toEqual(['2 update', '3 exists']);
    expect((await customers())[1]).toMatchObject({
      name: 'Maria Lopez-Reed',
      memo: 'Gate 7',
      locations: [{ street: '12 Elm Ct' }],
    });
    const clash = await office.desk.all('customers', changed.replace('Gate 4', 'Gate 8'));
    expect(await office.desk.fates(clash.id)).toEqual(['2 exists field.edited_here', '3 exists']);
    expect((await customers())[1]!.memo).toBe('Gate 7');
  });

  test('locations and contacts find their customer by key, take over what came with it, and tell who is not here', async () => {
    await office.desk.all('customers', CUSTOMERS);
    const places = await office.desk.all('locations', LOCATIONS);
    expect(await office.desk.fates(places.id)).toEqual([
      '2 update location.adopted',
      '3 create',
      '4 reject customer.unknown',
    ]);
    const contacts = await office.desk.all('contacts', CONTACTS);
    expect(await office.desk.fates(contacts.id)).toEqual([
      '2 update contact.adopted',
      '3 create',
      '4 reject customer.unknown',
    ]);
    const [bob, maria] = await customers();
    expect(maria!.locations.map(({ name, street }) => [name, street])).toEqual([
      ['Home', '12 Elm Street'],
      ['Shop', '9 Oak Ave'],
    ]);
    expect(maria!.contacts).toHaveLength(2);
    expect(bob!.contacts.map(({ value, memo }) => [value, memo])).toEqual([
      ['617-555-0143', ''],
      ['bea@example.test', 'Bea'],
    ]);
    for (const [kind, text] of [
      ['locations', LOCATIONS],
      ['contacts', CONTACTS],
      ['customers', CUSTOMERS],
    ] as const) {
      const before = await versions();
      await office.desk.all(kind, text);
      expect(await versions()).toEqual(before);
    }
  });

  test('two customers of one name are reported, never guessed', async () => {
    await office.desk.all('customers', 'Customer ID,Customer Name\n1,Ana Ruiz\n2,ANA RUIZ\n3,Cy Young\n');
    const text = 'Location ID,Customer Name,Street\nL1,Ana Ruiz,1 Elm St\nL2,cy young,2 Elm St\n';
    const done = await office.desk.all('locations', text);
    expect(await office.desk.fates(done.id)).toEqual(['2 reject customer.ambiguous', '3 create']);
  });

  describe('who looks like a customer we have', () => {
    const here = {
      name: 'Maria Lopez',
      contacts: [{ kind: 'Phone', value: '(617) 555-0142' }],
      locations: [{ street: '12 Elm Street', city: 'Quincy', state: 'MA', zip: '02169' }],
    };
    beforeEach(() => office.desk.call('customers.create', { body: here }));

    test('is left out and told with whom and why', async () => {
      const done = await office.desk.all('customers', CUSTOMERS);
      expect(await office.desk.fates(done.id)).toEqual(['2 duplicate customer.duplicate', '3 create']);
      const [row] = await office.desk.rows(done.id);
      const [, maria] = await customers();
      expect(row!.reasons[0]!.params).toMatchObject({ customer: maria!.id, name: 'Maria Lopez' });
      expect(row!.reasons[0]!.params.because).toContain('phone');
    });

    test('gets the key, and nothing else, when so chosen; what follows finds them', async () => {
      const done = await office.desk.all('customers', CUSTOMERS, { duplicates: 'link' });
      expect(await office.desk.fates(done.id)).toEqual(['2 update customer.linked', '3 create']);
      const places = await office.desk.all('locations', LOCATIONS);
      expect((await office.desk.fates(places.id)).slice(0, 2)).toEqual([
        '2 update location.adopted',
        '3 create',
      ]);
      const [, maria, ...more] = await customers();
      expect(more).toEqual([]);
      expect(maria).toMatchObject({ memo: '', locations: [{ name: 'Home' }, { name: 'Shop' }] });
    });

    test('is made all the same when so chosen', async () => {
      const done = await office.desk.all('customers', CUSTOMERS, { duplicates: 'create' });
      expect(await office.desk.fates(done.id)).toEqual(['2 report customer.duplicate_made', '3 create']);
      expect(await customers()).toHaveLength(3);
    });
  });

  test('an undone import leaves nothing, and its file can be imported again', async () => {
    const { id } = await office.desk.all('customers', CUSTOMERS);
    const undone = await office.desk.undo(id);
    expect(undone).toMatchObject({ status: 'Undone', undoUntil: null });
    expect(some(undone.fates)).toEqual({ undone: 2 });
    expect((await office.desk.call('customers.list')).items).toEqual([]);
    expect(some((await office.desk.all('customers', CUSTOMERS)).fates)).toEqual({ create: 2 });
    expect((await office.desk.call('customers.list')).items).toHaveLength(2);
  });

  test('an undo puts changed fields back, and keeps rows that somebody has touched or leans on, with the reason', async () => {
    await office.desk.all('customers', CUSTOMERS);
    const more = `${CUSTOMERS.replace('Bob Stone', 'Rob Stone')}C3,Cy Young,,,,,,,\nC4,Di West,,,,,,,\n`;
    const { id } = await office.desk.all('customers', more);
    const [cy, di, maria] = await customers();
    expect([cy!.name, di!.name, maria!.name]).toEqual(['Cy Young', 'Di West', 'Maria Lopez']);
    await office.desk.call('customers.update', {
      params: { id: cy!.id },
      body: { expected: expected(cy!), changes: { memo: 'mine' } },
    });
    await office.desk.call('locations.create', {
      body: { customerId: di!.id, location: { street: '1 New St' } },
    });
    const undone = await office.desk.undo(id);
    expect(await office.desk.fates(id)).toEqual([
      '2 exists',
      '3 undone',
      '4 stays undo.changed_since',
      '5 stays undo.in_use',
    ]);
    expect(some(undone.fates)).toEqual({ exists: 1, undone: 1, stays: 2 });
    expect((await customers()).map(({ name }) => name)).toEqual([
      'Bob Stone',
      'Cy Young',
      'Di West',
      'Maria Lopez',
    ]);
    // What the first file said counts again.
    expect(some((await office.desk.all('customers', CUSTOMERS)).fates)).toEqual({ exists: 2 });
  });

  test('after a day there is no undo', async () => {
    const { id } = await office.desk.all('customers', CUSTOMERS);
    office.desk.clock.advance(24 * 3_600_000 + 1);
    await expect(office.desk.undo(id)).rejects.toMatchObject({ code: 'undo.too_old' });
  });

  test('one file imported twice at the same moment makes each customer once', async () => {
    const text = `Customer ID,Customer Name,Street\n${Array.from({ length: 700 }, (_, n) => `C${n},Customer ${n} Of Many,${n} Elm St`).join('\n')}\n`;
    const [one, two] = [
      await office.desk.check('customers', text),
      await office.desk.check('customers', text),
    ];
    const [first, second] = await Promise.all([office.desk.run(one.id), office.desk.run(two.id)]);
    expect([first.fates.create + second.fates.create, first.fates.exists + second.fates.exists]).toEqual([
      700, 700,
    ]);
    expect((await office.desk.call('customers.list', { query: { limit: 1 } })).total).toBe(700);
  });
});
