import { afterAll, beforeAll, expect, test } from 'vitest';
import { endpointNames, endpoints } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { eachEngine } from '../databases.ts';
import { type Ground, makeGround, UNIT_CANARY } from './ground.ts';
import { expectAlike, type Json, pathId, withAt } from './id-paths.ts';
import type { Records } from './records.ts';
import { REQUESTS } from './requests.ts';
import { type Call, send } from './send.ts';

const withIds = endpointNames.filter((name) => endpoints[name].path.includes(':id'));

eachEngine(
  'work of another business unit',
  (database) => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await makeGround(database());
    });
    afterAll(() => ground?.close());

    test('R40 a person confined to a business unit finds another unit’s job as little as one nobody has', async () => {
      const { otherUnit } = ground;
      const other = (of: JobCardView): Records => ({ ...ground.mine, card: of });
      const names = withIds.filter((name) => /^(jobs|appointments|history)\./.test(name));
      for (const name of names) {
        const call = await REQUESTS[name](ground);
        const theirs = pathId(name, other(otherUnit))!;
        const status = await expectAlike(
          ground,
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
        expect(
          await expectAlike(ground, 'confined', 'history.get', (id) => ({ params: { kind, id } }), theirs),
        ).toBe(404);
      }
      for (const field of ['recallForJobId', 'warrantyForJobId']) {
        const call = await REQUESTS['jobs.book'](ground);
        const make = (id: Id): Call => ({ body: { ...(call.body as object), [field]: id } });
        expect(await expectAlike(ground, 'confined', 'jobs.book', make, otherUnit.job.id), field).toBe(404);
      }
      for (const name of ['jobs.book', 'jobs.update'] as const) {
        const call = await REQUESTS[name](ground);
        const path = name === 'jobs.book' ? ['businessUnitId'] : ['changes', 'businessUnitId'];
        const make = (id: Id): Call => ({ ...call, body: withAt(call.body as Json, path, id) });
        expect(await expectAlike(ground, 'confined', name, make, ground.company.otherUnitId), name).toBe(404);
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
  },
  { emptied: false },
);
