import { afterAll, beforeAll, expect, test } from 'vitest';
import { denialOf } from '#bff/role-matrix.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { type EndpointName, endpointNames, endpoints } from '#contract/endpoints.ts';
import { problem } from '#contract/problem-schema.ts';
import { hasRight, type Role } from '#domain/roles.ts';
import { eachEngine } from '../databases.ts';
import {
  FOREIGN_CANARY,
  type Ground,
  makeGround,
  PEOPLE,
  type Told,
  UNIT_CANARY,
  type Who,
} from './ground.ts';
import { REQUESTS } from './requests.ts';
import { send } from './send.ts';

/** These end the session they are called with, or ask for one that cannot be had twice. */
const OWN_WAYS: readonly EndpointName[] = [
  'session.signIn',
  'session.signOut',
  'session.firstAdmin',
  'session.changePassword',
  'events.stream',
];
/**
 * Open to these, but not for what the sweep sends there: assigning is the dispatcher's, and purchasing writes on vendors
 * alone.
 */
const ASKS_FOR_MORE: Partial<Record<EndpointName, Role>> = {
  'appointments.bulk': 'csr',
  'notes.add': 'purchasing',
  'notes.change': 'purchasing',
  'files.upload': 'purchasing',
  'files.change': 'purchasing',
};
/** Counts cannot be taken back and levels can: a file of both is a step for each. */
const STEPS: Partial<Record<EndpointName, number>> = { 'skus.importStock': 2 };
const names = endpointNames.filter((name) => !OWN_WAYS.includes(name));
const roleOf = (who: Who): Role => (who === 'confined' ? 'dispatcher' : who);

/** Names of JSON fields, each once, that say such a thing, whatever their value. */
const namedIn = (text: string, what: RegExp): string[] => [
  ...new Set([...text.matchAll(/"([^"\\]*)":/g)].map(([, name]) => name!).filter((name) => what.test(name))),
];
const wordsOf = (answers: readonly Told[]) => answers.map(({ text }) => text).join('\n');

type AuditRow = {
  verb: string;
  result: string;
  actorId: number;
  requestId: string;
  address: string;
  isTimed: boolean;
  hasDetail: boolean;
};
/** Written when the work an import goes on with after its answer is over: a step of its own, sooner or later. */
const LATER = ['import.customers', 'import.undone'];
const auditedSince = (ground: Ground, id: number) =>
  ground.database.transaction({ tenantId: 1, readOnly: true }, (tx) =>
    tx.query<AuditRow>(
      `select verb, result, actor_id as "actorId", request_id as "requestId", address, at is not null as "isTimed",
         detail <> '{}' as "hasDetail" from office.audit where id > $1 and verb <> all($2::text[]) order by id`,
      [id, LATER],
    ),
  );
const idOf = async (ground: Ground, who: Who) => {
  const [row] = await ground.database.transaction({ tenantId: 1, readOnly: true }, (tx) =>
    tx.query<{ id: number }>('select id from office.users where email = $1', [`${who}@company1.test`]),
  );
  return row!.id;
};
const lastAudit = async (ground: Ground) => {
  const [row] = await ground.database.transaction({ tenantId: 1, readOnly: true }, (tx) =>
    tx.query<{ id: number }>('select coalesce(max(id), 0) as id from office.audit'),
  );
  return row!.id;
};

eachEngine(
  'every route, everybody',
  (database) => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await makeGround(database());
    });
    afterAll(() => ground?.close());

    test('R60 every route that writes says what its audit row is called', () => {
      for (const name of endpointNames)
        expect([name, endpoints[name].audit !== null]).toEqual([name, endpoints[name].method !== 'GET']);
    });

    test.each(names)(
      'R38, R60 %s: who may is answered and audited once, who may not is told so and audited once',
      async (name) => {
        const row: Endpoint = endpoints[name];
        for (const who of PEOPLE) {
          const denial = denialOf(row, [roleOf(who)]);
          const told = (result: string, requestId: string | null, userId: number) => ({
            result,
            actorId: userId,
            requestId,
            address: '127.0.0.1',
            isTimed: true,
          });
          const call = await REQUESTS[name](ground, who);
          const from = await lastAudit(ground);
          const answer = await send(ground.as(who), name, call);
          const requestId = answer.headers.get('x-request-id');
          const userId = await idOf(ground, who);
          const text = await answer.text();
          const audited = await auditedSince(ground, from);
          if (denial) {
            expect([who, answer.status, problem.parse(JSON.parse(text)).code]).toEqual([who, 403, denial]);
            expect(audited, who).toMatchObject([
              { verb: row.audit ?? name, hasDetail: true, ...told('denied', requestId, userId) },
            ]);
            continue;
          }
          expect(answer.status, `${who}: ${text.slice(0, 400)}`).toBeLessThan(500);
          // Whatever else is wrong with it, it is not the person: who may call it is neither asked in nor sent away.
          if (ASKS_FOR_MORE[name] === roleOf(who))
            expect([who, answer.status, problem.parse(JSON.parse(text)).code]).toEqual([
              who,
              403,
              'session.forbidden',
            ]);
          else expect([401, 403], `${who}: ${text.slice(0, 400)}`).not.toContain(answer.status);
          const isDone = answer.status < 300;
          // What one may do to another's step is not the role's business: undo is for one's own.
          const isExpectedToWork = who === 'admin' && name !== 'session.end';
          if (isExpectedToWork)
            expect([who, answer.status, isDone ? '' : text]).toEqual([
              who,
              Number(Object.keys(row.responses)[0]),
              '',
            ]);
          if (isDone && row.audit)
            expect(audited, `${who} ${text.slice(0, 200)}`).toMatchObject(
              Array.from({ length: STEPS[name] ?? 1 }, () => told('done', requestId, userId)),
            );
          if (row.method === 'GET') expect(audited, who).toEqual([]);
        }
        const nobody = await send(ground.stack.browser(), name, await REQUESTS[name](ground));
        expect(nobody.status).toBe(row.roles === 'public' ? 200 : 401);
      },
    );

    test('R39 nobody’s answers carry margins or password hashes, costs only those of who may see them, and no other company’s words', () => {
      const told = PEOPLE.map((who) => [who, ground.answersOf(who)] as const);
      const count = told.reduce((sum, [, answers]) => sum + answers.length, 0);
      expect(count).toBeGreaterThan(names.length * PEOPLE.length);
      for (const [who, answers] of told) {
        expect(answers.length).toBeGreaterThanOrEqual(names.length);
        // The document of the API names every field there is, and tells nobody's.
        const text = wordsOf(answers.filter(({ path }) => path !== endpoints['openapi.get'].path));
        expect([who, namedIn(text, /margin|payroll|passwordHash|bankAccount/i)]).toEqual([who, []]);
        const costs = namedIn(text, /cost/i);
        expect([who, hasRight({ roles: [roleOf(who)] }, 'seeCosts') ? [] : costs]).toEqual([who, []]);
      }
      const all = wordsOf(told.flatMap(([, answers]) => answers));
      expect(all).not.toContain('$argon2');
      expect(all).not.toContain(FOREIGN_CANARY);
      // The confined dispatcher's own answers are looked at in confinement.test.ts; here everybody else may see it.
      expect(all).toContain(UNIT_CANARY);
    });

    test('R45 the log names no password, no session and nobody’s name', () => {
      const logs = ground.stack.logs();
      const answers = PEOPLE.flatMap((who) => ground.answersOf(who).map(({ text }) => text));
      const cookies = PEOPLE.map((who) => ground.as(who).cookie()?.split('=')[1] ?? '');
      for (const secret of ['$argon2', FOREIGN_CANARY, UNIT_CANARY, ...cookies]) {
        expect(secret.length).toBeGreaterThan(5);
        expect(logs).not.toContain(secret);
        expect(answers.filter((answer) => answer.includes(secret) && secret !== UNIT_CANARY)).toEqual([]);
      }
    });
  },
  { emptied: false },
);
