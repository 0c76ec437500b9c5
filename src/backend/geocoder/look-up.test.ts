import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { nextKey } from '#testing/capacity-ground.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { answers, type FakeServer, fakeServer, says } from '#testing/fake-server.ts';
import { createGeocoder } from './geocoder.ts';
import { createLookUp } from './look-up.ts';

const QUINCY = { lat: '42.2512', lon: '-71.0023' };
const MINUTE = 60_000;

eachEngine('looking addresses up', (database) => {
  const warnings: string[] = [];
  const lookUpBy = (company: Company, server: FakeServer) =>
    createLookUp({
      database: database(),
      clock: company.clock,
      geocoder: createGeocoder({
        url: `${server.origin}/?q={address}`,
        header: async () => null,
        waitMs: 2_000,
      }),
      perSecond: 50,
      logger: { warn: (fields, text) => warnings.push(`${text} ${JSON.stringify(fields)}`) },
    });
  /** A customer with places of a postal code, as they are now by the way of `read`. */
  async function placed(company: Company, streets: readonly string[], more: object = {}) {
    const { customer } = await company.person('csr').call('customers.create', {
      key: nextKey(),
      body: {
        name: 'Ann Lee',
        locations: streets.map((street) => ({
          street,
          unit: 'Apt 4',
          city: 'Quincy',
          zip: '02169',
          ...more,
        })),
      },
    });
    const read = async () => {
      const now = await company.person('csr').call('customers.get', { params: { id: customer.id } });
      return now.locations;
    };
    return { customer, read, points: async () => (await read()).map(({ point }) => point) };
  }
  const found = { latitude: 42.2512, longitude: -71.0023, source: 'address' };
  const streetsAsked = (server: FakeServer) =>
    server.asked.map(({ path }) => new URL(path, server.origin).searchParams.get('q')!.split(',')[0]);
  async function change(company: Company, place: { id: Id; version: number }, changes: object) {
    await company.person('csr').call('locations.update', {
      params: { id: place.id },
      body: { expected: [{ kind: 'location', id: place.id, version: place.version }], changes },
    });
  }

  test('a place without a pin gets the point of its address; one with a pin is not asked for', async () => {
    const company = await makeCompany(database());
    const server = await fakeServer();
    server.answer = answers([QUINCY]);
    const { points } = await placed(company, ['12 Elm St']);
    const pinned = await placed(company, ['14 Elm St'], { latitude: 42.3, longitude: -71.1 });
    expect(await points()).toEqual([{ latitude: 42.3, longitude: -71.1, source: 'postalCode' }]);
    const lookUp = lookUpBy(company, server);
    await lookUp.tick();
    await lookUp.tick();
    expect(await points()).toEqual([found]);
    expect(await pinned.points()).toEqual([{ latitude: 42.3, longitude: -71.1, source: 'pin' }]);
    // The unit is nobody's business, nor are names.
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/?q=12%20Elm%20St%2C%20Quincy%2C%2002169%2C%20US',
    ]);
  });

  test('another address is looked up anew, and a pin set by hand stays whatever the geocoder says', async () => {
    const company = await makeCompany(database());
    const server = await fakeServer();
    server.answer = answers([QUINCY]);
    const { read, points } = await placed(company, ['12 Elm St']);
    const lookUp = lookUpBy(company, server);
    await lookUp.tick();
    await change(company, (await read())[0]!, { memo: 'Dog' });
    await lookUp.tick();
    expect(streetsAsked(server)).toEqual(['12 Elm St']);
    await change(company, (await read())[0]!, { street: '99 Oak St' });
    expect(await points()).toEqual([null]);
    server.answer = answers([{ lat: 42.26, lon: -71.01 }]);
    await lookUp.tick();
    expect(await points()).toEqual([{ latitude: 42.26, longitude: -71.01, source: 'address' }]);
    await change(company, (await read())[0]!, { latitude: 42.3, longitude: -71.1 });
    await lookUp.tick();
    expect(await points()).toEqual([{ latitude: 42.3, longitude: -71.1, source: 'pin' }]);
    expect(streetsAsked(server)).toEqual(['12 Elm St', '99 Oak St']);
    await change(company, (await read())[0]!, { latitude: null, longitude: null });
    await lookUp.tick();
    expect(await points()).toEqual([{ latitude: 42.26, longitude: -71.01, source: 'address' }]);
  });

  test('an answer to an address that has changed meanwhile is dropped, and one to a pinned place, too', async () => {
    const company = await makeCompany(database());
    const server = await fakeServer();
    const { read, points } = await placed(company, ['12 Elm St', '13 Elm St']);
    server.answer = (path, response) => {
      if (path.includes('99%20Oak')) return answers([])(path, response);
      const at = path.includes('12%20Elm') ? 0 : 1;
      const changes = at === 0 ? { street: '99 Oak St' } : { latitude: 42.3, longitude: -71.1 };
      void read()
        .then((places) => change(company, places[at]!, changes))
        .then(() => answers([QUINCY])(path, response));
    };
    const lookUp = lookUpBy(company, server);
    await lookUp.tick();
    const pin = { latitude: 42.3, longitude: -71.1 };
    expect(await points()).toEqual([
      { ...pin, source: 'postalCode' },
      { ...pin, source: 'pin' },
    ]);
    expect(streetsAsked(server).sort()).toEqual(['12 Elm St', '13 Elm St', '99 Oak St']);
  });

  test('a geocoder that is down is left alone for a while, and everything is looked up when it is back', async () => {
    const company = await makeCompany(database());
    const server = await fakeServer();
    server.answer = says(503);
    const { points } = await placed(company, ['12 Elm St', '13 Elm St', '14 Elm St']);
    const lookUp = lookUpBy(company, server);
    await lookUp.tick();
    await lookUp.tick();
    expect(server.asked).toHaveLength(1);
    company.clock.advance(5_000);
    server.answer = says(401);
    await lookUp.tick();
    expect(server.asked).toHaveLength(2);
    company.clock.advance(9_000);
    await lookUp.tick();
    expect(server.asked).toHaveLength(2);
    server.answer = answers([QUINCY]);
    company.clock.advance(5 * MINUTE);
    await lookUp.tick();
    expect(await points()).toEqual([found, found, found]);
    expect(warnings.join()).toContain('503');
    expect(warnings.join()).not.toMatch(/Elm|Ann|42\./);
  });

  test('an address the geocoder chokes on waits longer each time, and holds up no other', async () => {
    const company = await makeCompany(database());
    const server = await fakeServer();
    server.answer = (path, response) =>
      (path.includes('13%20Elm') ? says(500) : answers([QUINCY]))(path, response);
    const { points } = await placed(company, ['12 Elm St', '13 Elm St', '14 Elm St']);
    const lookUp = lookUpBy(company, server);
    for (let minute = 0; minute < 40; minute++) {
      await lookUp.tick();
      company.clock.advance(MINUTE);
    }
    expect(await points()).toEqual([found, { ...found, source: 'postalCode' }, found]);
    // After 1, 2, 4, 8, 16 minutes, and the next after 32.
    expect(streetsAsked(server).filter((street) => street === '13 Elm St').length).toBeLessThanOrEqual(7);
  });

  test('no such address, and a place as far away as another town of that name, stay with their postal code', async () => {
    const company = await makeCompany(database());
    const server = await fakeServer();
    await placed(company, ['1 Elm St'], { latitude: 42.25, longitude: -71 });
    const { points } = await placed(company, ['12 Elm St', '13 Elm St']);
    server.answer = (path, response) =>
      // Quincy in Illinois
      answers(path.includes('12%20Elm') ? [] : [{ lat: 39.93, lon: -91.41 }])(path, response);
    const lookUp = lookUpBy(company, server);
    await lookUp.tick();
    await lookUp.tick();
    const middle = { latitude: 42.25, longitude: -71, source: 'postalCode' };
    expect(await points()).toEqual([middle, middle]);
    expect(server.asked).toHaveLength(2);
    server.answer = answers([QUINCY]);
    company.clock.advance(31 * 24 * 60 * MINUTE);
    await lookUp.tick();
    expect(await points()).toEqual([found, found]);
  });

  test('stopping breaks the question off, and the place is asked for after the next start', async () => {
    const company = await makeCompany(database());
    const server = await fakeServer();
    const { points } = await placed(company, ['12 Elm St']);
    const asked = new Promise<void>((resolve) => {
      server.answer = () => resolve();
    });
    const lookUp = lookUpBy(company, server);
    const running = lookUp.tick();
    await asked;
    await lookUp.stop();
    await running;
    server.answer = answers([QUINCY]);
    company.clock.advance(2 * MINUTE);
    await lookUpBy(company, server).tick();
    expect(await points()).toEqual([found]);
  });

  test('what a company has found is no other company’s', async () => {
    const first = await makeCompany(database());
    const second = await makeCompany(database(), 2);
    const server = await fakeServer();
    server.answer = answers([QUINCY]);
    const here = await placed(first, ['12 Elm St']);
    await lookUpBy(first, server).tick();
    const there = await placed(second, ['13 Elm St']);
    expect(await here.points()).toEqual([found]);
    expect(await there.points()).toEqual([null]);
    const seen = await database().transaction({ tenantId: 2 }, (tx) =>
      tx.query('select location_id from company.address_points'),
    );
    expect(seen).toHaveLength(1);
  });
});
