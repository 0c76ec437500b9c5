import { expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { deskPerTest, importDesk } from '#testing/import-desk.ts';

const CUSTOMERS = `Customer ID,Customer Name,Phone,Street,City,State,Zip
C1,Maria Lopez,617-555-0142,12 Elm St,Quincy,MA,02169
C2,"Lopez, M",617-555-0199,12 Elm Street,Quincy,MA,02169
C3,Cy Young,617-555-0177,1 Oak St,Quincy,MA,02169
`;

eachEngine('importing again after some customers turned out to be one', (database) => {
  const office = deskPerTest(database, importDesk);
  const named = async (name: string) => {
    const { items } = await office.desk.call('customers.list', { query: { q: name } });
    return office.desk.call('customers.get', { params: { id: items[0]!.id } });
  };
  const merge = async (keep: string, absorb: string) => {
    const [one, other] = [await named(keep), await named(absorb)];
    const expected = [one, other].map(({ id, version }) => ({ kind: 'customer', id, version }));
    await office.desk.call('customers.merge', {
      params: { id: one.id },
      body: { expected, absorbId: other.id, choice: {} },
    });
  };

  test('the row of one that was merged away goes to who it has become, twice merged too', async () => {
    await office.desk.all('customers', CUSTOMERS);
    await merge('Maria Lopez', 'Lopez, M');
    await merge('Cy Young', 'Maria Lopez');
    const again = await office.desk.all('customers', CUSTOMERS);
    expect(await office.desk.fates(again.id)).toEqual(['2 exists', '3 exists', '4 exists']);

    const changed = CUSTOMERS.replace('"Lopez, M",617-555-0199', 'Lopez,617-555-0200');
    const done = await office.desk.all('customers', changed);
    // The name was decided by who merged; the telephone is the customer's all the same.
    expect(await office.desk.fates(done.id)).toEqual(['2 exists', '3 update field.edited_here', '4 exists']);
    const cy = await named('Cy Young');
    expect(cy.contacts.map(({ value }) => value)).toContain('617-555-0200');
    expect((await office.desk.rows(done.id))[1]!.customerId).toBe(cy.id);
    const places = await office.desk.all(
      'locations',
      'Location ID,Customer ID,Street,City,State,Zip\nL1,C2,9 Far Rd,Quincy,MA,02169\n',
    );
    expect(await office.desk.fates(places.id)).toEqual(['2 create']);
    expect((await named('Cy Young')).locations.map(({ street }) => street)).toContain('9 Far Rd');
  });

  test('an undone import leaves in use who has called, is to be paid by or has papers', async () => {
    const names = ['Anna Call', 'Ben Bill', 'Cleo Files', 'Dan Project', 'Eve Alone'];
    const rows = names.map((name, at) => `D${at},${name},617-555-020${at},${at} Elm St,Quincy,MA,02169`);
    const done = await office.desk.all('customers', `${CUSTOMERS}${rows.join('\n')}\n`);
    const [call, bill, files, project] = await Promise.all(names.map(named));
    const cy = await named('Cy Young');
    await office.desk.call('calls.record', { key: 'c', body: { phone: '1', customerId: call!.id } });
    await office.desk.call('projects.create', {
      key: 'p',
      body: {
        place: {
          customerId: cy.id,
          locationId: cy.locations[0]!.id,
          billToCustomerId: project!.id,
        },
        name: 'Whole house',
      },
    });
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query(
        `insert into company.business_units (tenant_id, id, name, time_zone, currency, created_on, modified_on) values (1, 20, 'Main', 'America/New_York', 'USD', now(), now())`,
      );
      await tx.query(
        `insert into company.invoices (tenant_id, id, number, kind, customer_id, business_unit_id, bill_to_name, currency, invoice_date, due_date, sync_status, created_on, modified_on)
         values (1, 900, 1, 'PointOfSale', $1, 20, 'Ben', 'USD', '2026-11-20', '2026-11-20', 'Pending', now(), now())`,
        [bill!.id],
      );
      await tx.query(
        `insert into company.files (tenant_id, id, owner_kind, owner_id, customer_id, name, kind, media_type, size, sha256, uploaded_by, created_on, modified_on)
         values (1, 901, 'customer', $1, $1, 'panel.jpg', 'Photo', 'image/jpeg', 1, repeat('a', 64), 5, now(), now())`,
        [files!.id],
      );
    });
    await office.desk.undo(done.id);
    expect(await office.desk.fates(done.id)).toEqual([
      '2 undone',
      '3 undone',
      '4 stays undo.in_use',
      ...['5', '6', '7', '8'].map((line) => `${line} stays undo.in_use`),
      '9 undone',
    ]);
  });
});
