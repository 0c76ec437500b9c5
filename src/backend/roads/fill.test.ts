import { expect, test } from 'vitest';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { answers, type FakeServer, fakeServer, says } from '#testing/fake-server.ts';
import { createRoadFill } from './fill.ts';
import { createMatrix } from './matrix.ts';

const at = (text: string) => instant(`2026-11-21T${text}:00Z`);
const HOUR = 3_600_000;
const HARBOR = [42.3, -71.05] as const;
const OFFICE = [42.25, -71] as const;

/** As OSRM would: half an hour to the harbor, 20 minutes away from it, 5 between any others. */
const roadMap: FakeServer['answer'] = (path, response) => {
  const url = new URL(path, 'http://map.test');
  const places = url.pathname.split('/').at(-1)!.split(';');
  const named = (name: string) =>
    url.searchParams
      .get(name)!
      .split(';')
      .map((index) => places[Number(index)]!);
  const isHarbor = (place: string) => place === '-71.05,42.3';
  const seconds = (from: string, to: string) =>
    from === to ? 0 : isHarbor(to) ? 1_800 : isHarbor(from) ? 1_200 : 300;
  const durations = named('sources').map((from) => named('destinations').map((to) => seconds(from, to)));
  answers({ code: 'Ok', durations })(path, response);
};

eachEngine('drives by road', (database) => {
  const fillBy = (company: Company, server: FakeServer, warnings: string[] = []) =>
    createRoadFill({
      database: database(),
      clock: company.clock,
      matrix: createMatrix({
        url: `${server.origin}/table/v1/driving/{coordinates}`,
        header: async () => null,
        waitMs: 2_000,
      }),
      perSecond: 50,
      logger: { warn: (fields, text) => warnings.push(`${text} ${JSON.stringify(fields)}`) },
    });
  const put = (locationId: Id, [latitude, longitude]: readonly [number, number]) =>
    database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query('update company.locations set latitude = $2, longitude = $3 where id = $1', [
        locationId,
        latitude,
        longitude,
      ]),
    );
  /** Ana at the office until three, and work at the harbor that nobody has yet. */
  async function day(tenantId = 1) {
    const company = await makeCompany(database(), tenantId);
    const [ana] = company.technicianIds as [Id];
    const first = await company.book({ start: at('14:00'), end: at('15:00'), technicianIds: [ana] });
    const next = await company.book({ start: at('15:00'), end: at('16:00') });
    await put(first.job.locationId, OFFICE);
    await put(next.job.locationId, HARBOR);
    return { company, ana, visit: next.appointments[0]! };
  }
  const board = (company: Company, person = company.person('dispatcher')) =>
    person.call('board.day', { query: { day: '2026-11-21', timeZone: 'UTC' } });
  async function noteOf({ company, ana, visit }: Awaited<ReturnType<typeof day>>) {
    const { notes } = await company.person('dispatcher').call('appointments.assign', {
      params: { id: visit.id },
      body: {
        expected: [{ kind: 'appointment', id: visit.id, version: visit.version }],
        technicianIds: [ana],
      },
    });
    return notes.find(({ code }) => code === 'schedule.travelTooShort')?.params;
  }

  test('the guards count with what the road map says, and the board gets the same with its day', async () => {
    const made = await day();
    const { company } = made;
    expect((await board(company)).roads).toBeUndefined();
    const server = await fakeServer();
    server.answer = roadMap;
    await fillBy(company, server).tick();
    const { roads } = await board(company);
    const [{ cells, minutes } = { cells: [], minutes: [] }] = roads!;
    expect(cells).toHaveLength(2);
    expect([...minutes].sort()).toEqual([20, 30, null, null]);
    expect(await noteOf(made)).toMatchObject({ travelMinutes: 30, isKnown: true, isByRoad: true });
  });

  test('a drive the road map was not asked for yet is reckoned from the distance, and said to be so', async () => {
    const made = await day();
    const server = await fakeServer();
    server.answer = roadMap;
    await fillBy(made.company, server).tick();
    await put(made.visit.locationId, [42.31, -71.06]);
    expect(await noteOf(made)).toMatchObject({ travelMinutes: 17, isKnown: true, isByRoad: false });
  });

  test('what is known is not asked again; of a new place only its own drives are', async () => {
    const { company } = await day();
    const server = await fakeServer();
    server.answer = roadMap;
    const fill = fillBy(company, server);
    await fill.tick();
    const before = server.asked.length;
    await fill.tick();
    company.clock.advance(2 * HOUR);
    await fill.tick();
    expect(server.asked).toHaveLength(before);
    const more = await company.book({ start: at('17:00'), end: at('18:00') });
    await put(more.job.locationId, [42.4, -71.2]);
    await fill.tick();
    expect(server.asked.slice(before).map(({ path }) => new URL(path, server.origin).search)).toEqual([
      expect.stringMatching(/sources=0&/),
      expect.stringMatching(/destinations=\d$/),
    ]);
    expect((await board(company)).roads![0]!.minutes.filter((one) => one !== null)).toHaveLength(6);
  });

  test('after a month they are asked for anew, after three they count no more', async () => {
    const { company } = await day();
    const server = await fakeServer();
    server.answer = roadMap;
    const fill = fillBy(company, server);
    await fill.tick();
    const stored = () =>
      database().transaction({ tenantId: 'system' }, (tx) => tx.query('select 1 from company.road_times'));
    expect(await stored()).toHaveLength(2);
    company.clock.advance(91 * 24 * HOUR);
    await fill.tick();
    expect(await stored()).toHaveLength(0);
  });

  test('a road map that is down holds nothing up and is left alone for a while', async () => {
    const made = await day();
    const server = await fakeServer();
    server.answer = says(503);
    const warnings: string[] = [];
    const fill = fillBy(made.company, server, warnings);
    await fill.tick();
    await fill.tick();
    expect(server.asked).toHaveLength(1);
    expect(await noteOf(made)).toMatchObject({ travelMinutes: 14, isKnown: true });
    server.answer = roadMap;
    made.company.clock.advance(HOUR);
    await fill.tick();
    expect((await board(made.company)).roads).toHaveLength(1);
    expect(warnings.join()).toContain('503');
    expect(warnings.join()).not.toMatch(/42\.|71/);
  });

  test('a day whose answer cannot be read is left alone for a while and holds up no other', async () => {
    const { company } = await day();
    const onFriday = (text: string) => instant(`2026-11-20T${text}:00Z`);
    const farm = await company.book({ start: onFriday('16:00'), end: onFriday('17:00') });
    const mill = await company.book({ start: onFriday('18:00'), end: onFriday('19:00') });
    await put(farm.job.locationId, [42.4, -71.2]);
    await put(mill.job.locationId, [42.41, -71.21]);
    const server = await fakeServer();
    const isFarm = (path: string) => path.includes('-71.2,42.4');
    server.answer = (path, response) =>
      (isFarm(path) ? answers({ code: 'Ok', durations: 'all' }) : roadMap)(path, response);
    const fill = fillBy(company, server);
    await fill.tick();
    expect(server.asked.map(({ path }) => isFarm(path))).toEqual([true]);
    company.clock.advance(6_000);
    await fill.tick();
    expect((await board(company)).roads![0]!.minutes.filter((one) => one !== null)).toHaveLength(2);
    expect(server.asked.filter(({ path }) => isFarm(path))).toHaveLength(1);
    server.answer = roadMap;
    company.clock.advance(HOUR / 2);
    await fill.tick();
    expect(server.asked.filter(({ path }) => isFarm(path)).length).toBeGreaterThan(1);
  });

  test('places of another unit, and of another company, are in nobody else’s drives', async () => {
    const { company } = await day();
    const other = await company.book({
      start: at('17:00'),
      end: at('18:00'),
      businessUnitId: company.otherUnitId,
    });
    await put(other.job.locationId, [42.4, -71.2]);
    const second = await day(2);
    const server = await fakeServer();
    server.answer = roadMap;
    await fillBy(company, server).tick();
    expect((await board(company)).roads![0]!.cells).toHaveLength(3);
    const confined = company.person('dispatcher', { units: [company.businessUnitId] });
    expect((await board(company, confined)).roads![0]!.cells).toHaveLength(2);
    const seen = await database().transaction({ tenantId: second.company.tenantId }, (tx) =>
      tx.query('select 1 from company.road_times'),
    );
    expect(seen).toHaveLength(2);
  });

  test('without a road map the company says how fast one drives, for board, guards and a road map’s gaps alike', async () => {
    const made = await day();
    const { company } = made;
    const values = { name: 'City', wayPercent: 200, kmPerHour: 20, unknownMinutes: 45 };
    await company
      .person('admin')
      .call(setupEndpoint('driveRule', 'create'), { key: 'city', body: { kind: 'driveRule', values } });
    const drives = { detourFactor: 2, kmPerHour: 20, unknownMinutes: 45 };
    expect(await board(company)).toMatchObject({ drives });
    // 6.9 km as the crow flies
    expect(await noteOf(made)).toMatchObject({ travelMinutes: 42, isKnown: true });
  });
});
