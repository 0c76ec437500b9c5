import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EndpointName, endpointNames, endpoints } from '#contract/endpoints.ts';
import { HISTORY_KINDS } from '#contract/history-kinds.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { eachEngine } from '../databases.ts';
import { type Ground, makeGround, type Records, UNIT_CANARY } from './ground.ts';
import { type Call, REQUESTS, send } from './requests.ts';

const MISSING = 999_999_999;
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

/** Where a body names a record by id; `expected` says which versions were seen, which names nothing new. */
function idPaths(value: Json, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => idPaths(item, [...path, at]));
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, inner]) =>
      key === 'expected' ? [] : idPaths(inner, [...path, key]),
    );
  }
  const names = path.filter((key) => typeof key === 'string');
  return typeof value === 'number' && /(^id|Ids?)$/.test(names.at(-1) ?? '') ? [path] : [];
}
function withAt(value: Json, [key, ...rest]: Path, put: Json): Json {
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.map((item, at) => (at === key ? withAt(item, rest, put) : item));
  const record = value as { [key: string]: Json };
  return { ...record, [key]: withAt(record[key] ?? null, rest, put) };
}

/** Company 2's record of the kind the field is about. */
function theirIdFor(field: string, { theirs, foreign }: Ground, route: EndpointName): Id {
  const byField: Record<string, Id> = {
    customerId: theirs.customerId,
    billToCustomerId: theirs.customerId,
    locationId: theirs.locationId,
    tagIds: theirs.tagId,
    zoneId: theirs.zoneId,
    taxZoneId: theirs.taxZoneId,
    technicianId: foreign.technicianIds[0]!,
    technicianIds: foreign.technicianIds[0]!,
    fromTechnicianId: foreign.technicianIds[0]!,
    toTechnicianId: foreign.technicianIds[0]!,
    reasonId: route === 'jobs.cancel' ? foreign.cancelReasonId : foreign.holdReasonId,
    jobTypeId: foreign.jobTypeId,
    businessUnitId: foreign.businessUnitId,
    campaignId: foreign.campaignId,
    recallForJobId: theirs.card.job.id,
    warrantyForJobId: theirs.card.job.id,
    operationId: 1000,
    'customer.id': theirs.customerId,
    'location.id': theirs.locationId,
  };
  const id = byField[field];
  if (id === undefined) throw new Error(`Which record does ${field} of ${route} name?`);
  return id;
}
const fieldOf = (path: Path): string => {
  const names = path.filter((key): key is string => typeof key === 'string');
  return names.at(-1) === 'id' ? names.slice(-2).join('.') : (names.at(-1) ?? '');
};

/** The id in a route's path, of company 2 or of another unit. */
function pathId(name: EndpointName, of: Records): Id | null {
  const [area] = name.split('.') as [string];
  const ids: Record<string, Id> = {
    jobs: of.card.job.id,
    appointments: of.card.appointments[0]!.id,
    customers: of.customerId,
    locations: of.locationId,
    contacts: of.contactId,
    timeOff: of.timeOffId,
    nonJobEvents: of.nonJobEventId,
    shifts: of.shiftId,
    imports: of.importId,
    users: 220,
    history: of.card.job.id,
  };
  return ids[area] ?? null;
}

/** Status and body without what differs by nature: the request's id, and the id that was asked for. */
async function told(answer: Response, id: Id) {
  const { requestId: _, ...body } = JSON.parse(await answer.text()) as Record<string, unknown>;
  return [answer.status, JSON.stringify(body).replaceAll(String(id), '#')];
}

const wholeCompany = (database: Database, tenantId: Id) =>
  database.transaction({ tenantId: 'system', readOnly: true }, async (tx) => {
    const tables = await tx.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
       where table_schema in ('office', 'company') and column_name = 'tenant_id' order by 1`,
    );
    const all: Record<string, unknown> = {};
    for (const { name } of tables) {
      all[name] = await tx.query(`select t::text as row from ${name} t where tenant_id = $1 order by 1`, [
        tenantId,
      ]);
    }
    return all;
  });

const withIds = endpointNames.filter((name) => endpoints[name].path.includes(':id'));
const written = endpointNames.filter((name) => endpoints[name].body !== null && !name.startsWith('session.'));

eachEngine(
  'ids of others',
  (database) => {
    let ground: Ground;
    let before: unknown;
    beforeAll(async () => {
      ground = await makeGround(database());
      before = await wholeCompany(database(), 2);
    });
    afterAll(() => ground?.close());

    const compare = async (
      who: 'admin' | 'confined',
      name: EndpointName,
      make: (id: Id) => Call,
      theirs: Id,
    ) => {
      const missing = await told(await send(ground.as(who), name, make(MISSING)), MISSING);
      const foreign = await told(await send(ground.as(who), name, make(theirs)), theirs);
      expect(foreign, `${name} ${theirs}`).toEqual(missing);
      return missing[0];
    };

    test.each(withIds)('R40 %s: another company’s id is the same 404 as an id nobody has', async (name) => {
      const call = await REQUESTS[name](ground);
      const theirs = pathId(name, ground.theirs)!;
      const status = await compare(
        'admin',
        name,
        (id) => ({ ...call, params: { ...call.params, id } }),
        theirs,
      );
      expect(status).toBe(404);
    });

    test('R40 the history of every kind of record is closed to the other company', async () => {
      const { card, ...others } = ground.theirs;
      const ofCard = {
        jobId: card.job.id,
        appointmentId: card.appointments[0]!.id,
        invoiceId: card.invoice.id,
      };
      const ids: Partial<Record<string, Id>> = { ...others, ...ofCard };
      for (const kind of HISTORY_KINDS) {
        const theirs = ids[`${kind}Id`]!;
        for (const name of ['history.get', 'history.at'] as const) {
          const query = name === 'history.at' ? { at: '2026-11-21T08:00:00Z' } : {};
          expect(await compare('admin', name, (id) => ({ params: { kind, id }, query }), theirs)).toBe(404);
        }
      }
    });

    test.each(written)(
      'R40 %s: another company’s id inside the body is told like one nobody has',
      async (name) => {
        const first = await REQUESTS[name](ground);
        for (const path of idPaths((first.body ?? null) as Json)) {
          const call = await REQUESTS[name](ground);
          const make = (id: Id): Call => ({ ...call, body: withAt(call.body as Json, path, id) });
          const status = await compare('admin', name, make, theirIdFor(fieldOf(path), ground, name));
          expect([404, 409, 422], `${name} ${path.join('.')}`).toContain(status);
        }
      },
    );

    test('R40 places and tags of a new customer must be the company’s own too', async () => {
      const { mine, theirs } = ground;
      const contact = (locationId: Id) => ({ kind: 'Phone', value: '617', locationId });
      const customer = { name: 'Ida' };
      const bodies: ((id: Id) => unknown)[] = [
        (tagId) => ({ ...customer, tagIds: [tagId] }),
        (locationId) => ({ ...customer, contacts: [contact(locationId)] }),
      ];
      for (const [at, body] of bodies.entries()) {
        const id = at === 0 ? theirs.tagId : theirs.locationId;
        expect(await compare('admin', 'customers.create', (one) => ({ body: body(one) }), id)).toBe(404);
        const booking = (await REQUESTS['jobs.book'](ground)).body as Record<string, unknown>;
        const book = (one: Id): Call => {
          const { billToCustomerId: _, ...rest } = booking;
          const fresh = { ...(body(one) as object), locations: [{ street: '1 Elm St' }] };
          return { body: { ...rest, customer: { new: fresh }, location: { ofNewCustomer: 0 } } };
        };
        expect(await compare('admin', 'jobs.book', book, id)).toBe(404);
      }
      const contactOf = (locationId: Id) => ({
        body: { customerId: mine.customerId, contact: contact(locationId) },
      });
      expect(await compare('admin', 'contacts.create', contactOf, theirs.locationId)).toBe(404);
    });

    test('R40 nothing of the other company has changed after all of this', async () => {
      expect(await wholeCompany(database(), 2)).toEqual(before);
    });

    test('R40 a person confined to a business unit finds another unit’s job as little as one nobody has', async () => {
      const { otherUnit } = ground;
      const other = (of: JobCardView): Records => ({ ...ground.mine, card: of });
      const names = withIds.filter((name) => /^(jobs|appointments|history)\./.test(name));
      for (const name of names) {
        const call = await REQUESTS[name](ground);
        const theirs = pathId(name, other(otherUnit))!;
        const status = await compare(
          'confined',
          name,
          (id) => ({ ...call, params: { ...call.params, id } }),
          theirs,
        );
        expect(status, name).toBe(404);
      }
      const appointmentId = otherUnit.appointments[0]!.id;
      for (const [kind, theirs] of [
        ['appointment', appointmentId],
        ['invoice', otherUnit.invoice.id],
      ] as const) {
        expect(await compare('confined', 'history.get', (id) => ({ params: { kind, id } }), theirs)).toBe(
          404,
        );
      }
      for (const field of ['recallForJobId', 'warrantyForJobId']) {
        const call = await REQUESTS['jobs.book'](ground);
        const make = (id: Id): Call => ({ body: { ...(call.body as object), [field]: id } });
        expect(await compare('confined', 'jobs.book', make, otherUnit.job.id), field).toBe(404);
      }
      for (const name of ['jobs.book', 'jobs.update'] as const) {
        const call = await REQUESTS[name](ground);
        const path = name === 'jobs.book' ? ['businessUnitId'] : ['changes', 'businessUnitId'];
        const make = (id: Id): Call => ({ ...call, body: withAt(call.body as Json, path, id) });
        expect(await compare('confined', name, make, ground.company.otherUnitId), name).toBe(404);
      }
    });

    test('R40 on the board of a confined person another unit’s work is a busy bar; a refusal names no job of it', async () => {
      const { otherUnit, company } = ground;
      const [visit] = otherUnit.appointments;
      const answer = await send(ground.as('confined'), 'board.day', {
        query: { day: '2026-11-21', timeZone: 'America/New_York' },
      });
      const text = await answer.text();
      const { busy } = JSON.parse(text) as { busy: unknown[] };
      const [assignment] = visit!.assignments;
      const bar = {
        id: assignment!.id,
        appointmentId: visit!.id,
        technicianId: assignment!.technicianId,
        start: visit!.start,
        end: visit!.end,
      };
      expect(busy).toEqual([bar]);
      expect(text).not.toContain(UNIT_CANARY);
      const book = await REQUESTS['jobs.book'](ground);
      const { start, end } = visit!;
      const appointment = { start, end, technicianIds: [company.technicianIds[0]!] };
      const refused = await send(ground.as('confined'), 'jobs.book', {
        body: { ...(book.body as object), appointment },
      });
      expect(refused.status).toBe(409);
      const told = await refused.text();
      expect(JSON.parse(told)).toMatchObject({
        code: 'schedule.conflict',
        params: { conflicts: [{ code: 'overlap' }] },
      });
      for (const secret of [UNIT_CANARY, `${otherUnit.job.id}`, `${visit!.id}`, `${otherUnit.job.number}`]) {
        expect(told.replace(/"requestId":"[^"]*"/, '')).not.toContain(secret);
      }
      const list = await (
        await send(ground.as('confined'), 'jobs.list', { query: { q: UNIT_CANARY } })
      ).json();
      expect(list).toMatchObject({ items: [], total: 0 });
    });

    test('R40 the change feed tells a confined person of another unit’s work only when somebody is busy', async () => {
      const confined = await ground.stack.browser();
      confined.setCookie(ground.as('confined').cookie());
      const abort = new AbortController();
      const stream = await confined.fetch('/api/events?after=0.0', {
        headers: { accept: 'text/event-stream' },
        signal: abort.signal,
      });
      let text = '';
      const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
      const last = await send(
        ground.as('admin'),
        'customers.create',
        await REQUESTS['customers.create'](ground),
      );
      const { customer } = (await last.json()) as { customer: { id: Id } };
      while (!text.includes(`"id":${customer.id}`)) text += (await reader.read()).value ?? '';
      abort.abort();
      expect(text).toContain('"kind":"busy"');
      expect(text).not.toContain(`"jobNumber":${ground.otherUnit.job.number}`);
      expect(text).not.toContain(`"summary":"${UNIT_CANARY}`);
      const events = [...text.matchAll(/^data: (.*)$/gm)].flatMap(([, line]) =>
        line ? [JSON.parse(line)] : [],
      );
      const jobs = events.filter(
        ({ kind }) => kind === 'job' || kind === 'appointment' || kind === 'invoice',
      );
      expect(jobs.filter(({ record }) => record.businessUnitId === ground.company.otherUnitId)).toEqual([]);
    });

    test('R40 the second wall: as the application’s role, every table shows and takes only the own company’s rows', async () => {
      const tables = Object.keys((await wholeCompany(database(), 2)) as object);
      expect(tables.length).toBeGreaterThan(40);
      for (const table of tables) {
        const ask = (sql: string) => database().transaction({ tenantId: 1 }, (tx) => tx.query(sql));
        const closed = /permission denied|violates row-level security/;
        const seen = await ask(`select 1 from ${table} where tenant_id = 2`).catch(
          (error: Error) => error.message,
        );
        if (typeof seen === 'string') expect([table, seen]).toEqual([table, expect.stringMatching(closed)]);
        else expect([table, seen]).toEqual([table, []]);
        const copy = `insert into ${table} select (jsonb_populate_record(null::${table}, '{"tenant_id": 2}')).*`;
        const refused = await ask(copy).then(
          () => 'taken',
          (error: Error) => error.message,
        );
        // A generated column cannot be given at all; its table is asked with an update below.
        expect([table, refused]).toEqual([
          table,
          expect.stringMatching(/permission denied|row-level security|non-DEFAULT/),
        ]);
      }
      for (const [table, column] of [
        ['company.jobs', 'summary'],
        ['company.customers', 'name'],
        ['office.users', 'name'],
      ]) {
        const rows = await database().transaction({ tenantId: 1 }, (tx) =>
          tx.query(`update ${table} set ${column} = 'taken over' where tenant_id = 2 returning 1`),
        );
        expect(rows).toEqual([]);
      }
    });

    test('R61 audit, history and the change feed can be added to, never altered, by the application’s role', async () => {
      for (const table of ['office.audit', 'company.history', 'company.changes']) {
        for (const sql of [
          `update ${table} set tenant_id = tenant_id`,
          `delete from ${table}`,
          `truncate ${table}`,
        ]) {
          const asked = database().transaction({ tenantId: 1 }, (tx) => tx.query(sql));
          await expect(asked, sql).rejects.toMatchObject({ code: '42501' });
        }
      }
    });
  },
  { truncate: false },
);
