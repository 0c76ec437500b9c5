import { afterAll, beforeAll, expect, test } from 'vitest';
import { endpointNames, endpoints } from '#contract/endpoints.ts';
import { HISTORY_KINDS } from '#contract/history-kinds.ts';
import type { Id } from '#domain/ids.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { eachEngine } from '../databases.ts';
import { expectSameTime } from '../same-time.ts';
import { FOREIGN_CANARY, type Ground, makeGround } from './ground.ts';
import {
  expectAlike,
  fieldOf,
  idPaths,
  type Json,
  MISSING,
  pathId,
  theirIdFor,
  wholeCompany,
  withAt,
} from './id-paths.ts';
import { REQUESTS } from './requests.ts';
import { type Call, send } from './send.ts';

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

    test.each(withIds)('R40 %s: another company’s id is the same 404 as an id nobody has', async (name) => {
      const call = await REQUESTS[name](ground);
      const theirs = pathId(name, ground.theirs)!;
      const status = await expectAlike(
        ground,
        'admin',
        name,
        (id) => ({ ...call, params: { ...call.params, id } }),
        theirs,
      );
      expect(status).toBe(404);
    });

    test('R40 the history of every kind of record is closed to the other company', async () => {
      const { card, setup, ...others } = ground.theirs;
      const ofCard = {
        jobId: card.job.id,
        appointmentId: card.appointments[0]!.id,
        invoiceId: card.invoice.id,
      };
      const ids: Partial<Record<string, Id>> = { ...others, ...ofCard };
      for (const kind of HISTORY_KINDS) {
        const theirs = ids[`${kind}Id`] ?? setup[kind as SetupKind];
        expect([kind, theirs]).toEqual([kind, expect.any(Number)]);
        for (const name of ['history.get', 'history.at'] as const) {
          const query = name === 'history.at' ? { at: '2026-11-21T08:00:00Z' } : {};
          expect(
            await expectAlike(ground, 'admin', name, (id) => ({ params: { kind, id }, query }), theirs),
          ).toBe(404);
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
          const status = await expectAlike(
            ground,
            'admin',
            name,
            make,
            theirIdFor(fieldOf(path), ground, name),
          );
          expect([404, 409, 422], `${name} ${path.join('.')}`).toContain(status);
        }
      },
    );

    test('R40 the versions somebody says to have seen tell nothing of another company’s records either', async () => {
      const { theirs } = ground;
      const [visit] = theirs.card.appointments;
      for (const [kind, id] of [
        ['job', theirs.card.job.id],
        ['appointment', visit!.id],
        ['customer', theirs.customerId],
      ] as const) {
        for (const named of [MISSING, id]) {
          const call = await REQUESTS['jobs.update'](ground);
          const body = call.body as { expected: object[] };
          const expected = [...body.expected, { kind, id: named, version: 1 }];
          const answer = await send(ground.as('admin'), 'jobs.update', {
            ...call,
            body: { ...body, expected },
          });
          const told = await answer.text();
          expect([kind, answer.status, told.includes(FOREIGN_CANARY)]).toEqual([kind, 200, false]);
        }
      }
    });

    test('R40 looking for another company’s record takes as long as looking for none', async () => {
      for (const name of ['jobs.get', 'customers.get'] as const) {
        const timed = (id: Id) => async () => {
          const began = performance.now();
          const answer = await send(ground.as('admin'), name, { params: { id } });
          await answer.text();
          return performance.now() - began;
        };
        await expectSameTime({ nobody: timed(MISSING), theirs: timed(pathId(name, ground.theirs)!) });
      }
    });

    test('R40 places and tags of a new customer must be the company’s own too', async () => {
      const { mine, theirs } = ground;
      const contact = (locationId: Id) => ({ kind: 'Phone', value: '617 555 0100', locationId });
      const customer = { name: 'Ida' };
      const bodies: ((id: Id) => unknown)[] = [
        (tagId) => ({ ...customer, tagIds: [tagId] }),
        (locationId) => ({ ...customer, contacts: [contact(locationId)] }),
      ];
      for (const [at, body] of bodies.entries()) {
        const id = at === 0 ? theirs.tagId : theirs.locationId;
        expect(
          await expectAlike(ground, 'admin', 'customers.create', (one) => ({ body: body(one) }), id),
        ).toBe(404);
        const booking = (await REQUESTS['jobs.book'](ground)).body as Record<string, unknown>;
        const book = (one: Id): Call => {
          const { billToCustomerId: _, ...rest } = booking;
          const fresh = { ...(body(one) as object), locations: [{ street: '1 Elm St' }] };
          return { body: { ...rest, customer: { new: fresh }, location: { ofNewCustomer: 0 } } };
        };
        expect(await expectAlike(ground, 'admin', 'jobs.book', book, id)).toBe(404);
      }
      const contactOf = (locationId: Id) => ({
        body: { customerId: mine.customerId, contact: contact(locationId) },
      });
      expect(await expectAlike(ground, 'admin', 'contacts.create', contactOf, theirs.locationId)).toBe(404);
    });

    test('R40 nothing of the other company has changed after all of this', async () => {
      expect(await wholeCompany(database(), 2)).toEqual(before);
    });
  },
  { emptied: false },
);
