import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { addShift, ask, inWindow, nextKey, sql } from '#testing/capacity-ground.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { deskPerTest, importDesk } from '#testing/import-desk.ts';

const NORTH = 501;
const SOUTH = 502;
const OLD = 503;

eachEngine('a new place that names no dispatch zone', (database) => {
  async function ground(): Promise<Company> {
    const company = await makeCompany(database());
    await sql(
      database(),
      `insert into company.zones (tenant_id, id, name, active, created_on, modified_on)
       select 1, r.id, r.name, r.active, now(), now()
       from (values (${NORTH}, 'North', true), (${SOUTH}, 'South', true), (${OLD}, 'Old', false)) as r(id, name, active)`,
    );
    return company;
  }
  /** Places of a postal code, one per zone given. */
  async function known(company: Company, zip: string, zones: readonly Id[]) {
    await company.person('csr').call('customers.create', {
      key: nextKey(),
      body: {
        name: 'Landlord',
        locations: zones.map((zoneId, at) => ({ street: `${at + 1} Elm St`, zip, zoneId })),
      },
    });
  }
  const zonesAt = async (street: string) =>
    (
      await sql<{ zoneId: Id | null }>(
        database(),
        'select zone_id as "zoneId" from company.locations where street = $1',
        [street],
      )
    ).map(({ zoneId }) => zoneId);

  test('gets the one that most active places of its postal code have, however it is made', async () => {
    const company = await ground();
    const csr = company.person('csr');
    await known(company, '02169', [SOUTH, NORTH, NORTH]);
    await known(company, '02170', [SOUTH]);
    const place = { street: '9 New St', zip: '02169' };
    const { customer } = await csr.call('customers.create', {
      key: nextKey(),
      body: { name: 'Ann', locations: [place, { ...place, zip: '02170' }, { ...place, zoneId: SOUTH }] },
    });
    expect(customer.locations.map(({ zoneId }) => zoneId)).toEqual([NORTH, SOUTH, SOUTH]);
    await csr.call('locations.create', {
      key: nextKey(),
      body: { customerId: customer.id, location: { street: '10 New St', zip: '02169' } },
    });
    const body = inWindow(company, ['08:00', '10:00']);
    await csr.call('jobs.book', {
      key: nextKey(),
      body: { ...body, location: { new: { street: '10 New St', zip: '02169' } } },
    });
    await csr.call('jobs.book', {
      key: nextKey(),
      body: {
        ...body,
        customer: { new: { name: 'Ben', locations: [{ street: '10 New St', zip: '02170' }] } },
        location: { ofNewCustomer: 0 },
      },
    });
    expect(await zonesAt('10 New St')).toEqual([NORTH, NORTH, SOUTH]);
    expect(await csr.call('locations.zone', { query: { zip: '02169' } })).toEqual({ zoneId: NORTH });
  });

  test('stays in none when somebody wants it so: in the record, in its windows and in its booking', async () => {
    const company = await ground();
    const [ana, sam] = company.technicianIds as [Id, Id];
    for (const id of [ana, sam]) await addShift(database(), id, '08:00', '10:00');
    await sql(database(), `update company.technicians set zone_ids = '{${SOUTH}}' where id = $1`, [ana]);
    await sql(database(), `update company.technicians set zone_ids = '{${NORTH}}' where id = $1`, [sam]);
    await known(company, '02169', [NORTH]);
    const csr = company.person('csr');
    const place = { street: '9 New St', zip: '02169' };
    const { customer } = await csr.call('customers.create', {
      key: nextKey(),
      body: { name: 'Ann', locations: [{ ...place, zoneId: null }, place] },
    });
    expect(customer.locations.map(({ zoneId }) => zoneId)).toEqual([null, NORTH]);
    const open = async (more: object) => {
      const { windows } = await csr.call('capacity.windows', {
        query: ask(company, { zip: '02169', ...more }),
      });
      return windows.find(({ key }) => key === '08:00-10:00')!.technicianIds;
    };
    expect(await open({})).toEqual([sam]);
    expect(await open({ zoneId: 'none' })).toEqual([ana, sam]);
    const book = (street: string) =>
      csr.call('jobs.book', {
        key: nextKey(),
        body: {
          ...inWindow(company, ['08:00', '10:00'], 120),
          location: { new: { street, zip: '02169', zoneId: null } },
        },
      });
    await book('1 Oak St');
    // The first has one of the two, wherever they work.
    await book('2 Oak St');
    await expect(book('3 Oak St')).rejects.toMatchObject({ code: 'capacity.window_full' });
    expect(await zonesAt('1 Oak St')).toEqual([null]);
  });

  test('gets none where nobody knows: another postal code, none, places or zones out of use', async () => {
    const company = await ground();
    const csr = company.person('csr');
    await known(company, '02169', [NORTH]);
    await known(company, '02171', [OLD]);
    await known(company, '02172', [NORTH]);
    await sql(database(), `update company.locations set active = false where zip = '02172'`);
    const { customer } = await csr.call('customers.create', {
      key: nextKey(),
      body: {
        name: 'Ann',
        locations: ['94103', '', '02171', '02172'].map((zip) => ({ street: '9 New St', zip })),
      },
    });
    expect(customer.locations.map(({ zoneId }) => zoneId)).toEqual([null, null, null, null]);
    expect(await csr.call('locations.zone', { query: { zip: '94103' } })).toEqual({ zoneId: null });
  });

  test('is asked about with the windows its booking is checked against', async () => {
    const company = await ground();
    const [ana, sam] = company.technicianIds as [Id, Id];
    for (const id of [ana, sam]) await addShift(database(), id, '08:00', '10:00');
    await sql(database(), `update company.technicians set zone_ids = '{${SOUTH}}' where id = $1`, [ana]);
    await sql(database(), `update company.technicians set zone_ids = '{${NORTH}}' where id = $1`, [sam]);
    await known(company, '02169', [NORTH]);
    const csr = company.person('csr');
    const windows = async (more: object) => {
      const answer = await csr.call('capacity.windows', { query: ask(company, { ...more }) });
      return answer.windows.find(({ key }) => key === '08:00-10:00')!;
    };
    expect((await windows({})).technicianIds).toEqual([ana, sam]);
    expect((await windows({ zip: '94103' })).technicianIds).toEqual([ana, sam]);
    expect((await windows({ zip: '02169' })).technicianIds).toEqual([sam]);
    expect((await windows({ zip: '02169', zoneId: SOUTH })).technicianIds).toEqual([ana]);
    const body = inWindow(company, ['08:00', '10:00'], 120);
    const book = (street: string) =>
      csr.call('jobs.book', {
        key: nextKey(),
        body: { ...body, location: { new: { street, zip: '02169' } } },
      });
    await book('1 Oak St');
    expect((await windows({ zip: '02169' })).closed).toMatchObject({ code: 'full' });
    await expect(book('2 Oak St')).rejects.toMatchObject({ code: 'capacity.window_full' });
  });

  test('counts from the middle of its postal code when the three best windows are chosen', async () => {
    const company = await ground();
    const [ana] = company.technicianIds as [Id];
    await addShift(database(), ana, '08:00', '18:00');
    const near = await company.book();
    await sql(
      database(),
      `update company.locations set zip = '02169', latitude = 42.25, longitude = -71 where id = $1`,
      [near.job.locationId],
    );
    await company.person('csr').call('jobs.book', {
      key: nextKey(),
      body: {
        ...inWindow(company, ['08:00', '10:00'], 60, [ana]),
        location: { id: near.job.locationId },
        customer: { id: near.job.customerId },
      },
    });
    const codes = async (more: object) => {
      const { best } = await company
        .person('csr')
        .call('capacity.windows', { query: ask(company, { ...more }) });
      return best.flatMap(({ factors }) => factors.map(({ code }) => code));
    };
    expect(await codes({ zip: '94103' })).not.toContain('near');
    expect(await codes({ zip: '02169' })).toContain('near');
  });
});

eachEngine('a place out of a file', (database) => {
  const office = deskPerTest(database, importDesk);

  test('gets the zone known for its postal code, which the file has no column for', async () => {
    const { desk } = office;
    await sql(
      database(),
      `insert into company.zones (tenant_id, id, name, created_on, modified_on) values (1, ${NORTH}, 'North', now(), now())`,
    );
    await desk.call('customers.create', {
      key: nextKey(),
      body: { name: 'Landlord', locations: [{ street: '1 Elm St', zip: '02169', zoneId: NORTH }] },
    });
    const file = `Customer ID,Customer Name,Phone,Street,City,State,Zip
C1,Maria Lopez,617-555-0142,12 Oak St,Quincy,MA,02169
C2,Bob Stone,617-555-0143,14 Oak St,Quincy,MA,94103
`;
    await desk.run((await desk.check('customers', file)).id);
    const made = await sql(
      database(),
      `select zip, zone_id as "zoneId" from company.locations where street like '% Oak St' order by zip`,
    );
    expect(made).toEqual([
      { zip: '02169', zoneId: NORTH },
      { zip: '94103', zoneId: null },
    ]);
  });

  test('gets the zone its file names, none where it says so, and its postal code’s where nobody knows that one', async () => {
    const { desk } = office;
    await sql(
      database(),
      `insert into company.zones (tenant_id, id, name, created_on, modified_on)
       values (1, ${NORTH}, 'North', now(), now()), (1, ${SOUTH}, 'South', now(), now())`,
    );
    const { customer } = await desk.call('customers.create', {
      key: nextKey(),
      body: { name: 'Landlord', locations: [{ street: '1 Elm St', zip: '02169', zoneId: NORTH }] },
    });
    const row = (key: string, street: string, zone: string) =>
      `${key},Landlord,${street} Oak St,Quincy,MA,02169,${zone}\n`;
    const file = `Location ID,Customer Name,Street,City,State,Zip,Dispatch Zone
${row('L1', '1', 'south')}${row('L2', '2', 'None')}${row('L3', '3', 'West')}${row('L4', '4', '')}`;
    const checked = await desk.check('locations', file);
    await desk.run(checked.id);
    const made = await desk.call('customers.get', { params: { id: customer.id } });
    expect(made.locations.slice(1).map(({ street, zoneId }) => [street, zoneId])).toEqual([
      ['1 Oak St', SOUTH],
      ['2 Oak St', null],
      ['3 Oak St', NORTH],
      ['4 Oak St', NORTH],
    ]);
  });
});
