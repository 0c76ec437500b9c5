import { afterAll, beforeAll, expect, test } from 'vitest';
import { denialOf } from '#bff/role-matrix.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { type EndpointName, endpointNames, endpoints } from '#contract/endpoints.ts';
import { problem } from '#contract/problem-schema.ts';
import type { Role } from '#domain/roles.ts';
import { eachEngine } from '../databases.ts';
import { FOREIGN_CANARY, type Ground, makeGround, PEOPLE, UNIT_CANARY, type Who } from './ground.ts';
import { REQUESTS, send } from './requests.ts';

/** These end the session they are called with, or ask for one that cannot be had twice. */
const OWN_WAYS: readonly EndpointName[] = [
  'session.signIn',
  'session.signOut',
  'session.firstAdmin',
  'session.changePassword',
  'events.stream',
];
const names = endpointNames.filter((name) => !OWN_WAYS.includes(name));
const roleOf = (who: Who): Role => (who === 'confined' ? 'dispatcher' : who);

type AuditRow = { verb: string; result: string };
const auditedSince = (ground: Ground, id: number) =>
  ground.database.transaction({ tenantId: 1, readOnly: true }, (tx) =>
    tx.query<AuditRow>('select verb, result from office.audit where id > $1 order by id', [id]),
  );
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

    test.each(names)(
      'R38, R60 %s: who may is answered and audited once, who may not is told so and audited once',
      async (name) => {
        const row: Endpoint = endpoints[name];
        for (const who of PEOPLE) {
          const denial = denialOf(row, [roleOf(who)]);
          const call = await REQUESTS[name](ground);
          const from = await lastAudit(ground);
          const answer = await send(ground.as(who), name, call);
          const text = await answer.text();
          const audited = await auditedSince(ground, from);
          if (denial) {
            expect([who, answer.status, problem.parse(JSON.parse(text)).code]).toEqual([who, 403, denial]);
            expect(audited, who).toEqual([{ verb: row.audit ?? name, result: 'denied' }]);
            continue;
          }
          expect(answer.status, `${who}: ${text.slice(0, 400)}`).toBeLessThan(500);
          const isDone = answer.status < 300;
          // What one may do to another's step is not the role's business: undo is for one's own.
          const isExpectedToWork = who === 'admin' && name !== 'imports.run' && name !== 'session.end';
          if (isExpectedToWork)
            expect([who, answer.status, isDone ? '' : text]).toEqual([
              who,
              Number(Object.keys(row.responses)[0]),
              '',
            ]);
          if (isDone && row.audit)
            expect(
              audited.map(({ result }) => result),
              `${who} ${text.slice(0, 200)}`,
            ).toEqual(['done']);
          if (row.method === 'GET') expect(audited, who).toEqual([]);
        }
        const nobody = await send(ground.stack.browser(), name, await REQUESTS[name](ground));
        expect(nobody.status).toBe(row.roles === 'public' ? 200 : 401);
      },
    );

    test('R39 nobody’s answers carry costs, margins or password hashes, and no other company’s words', () => {
      const all = ground.answers.join('\n');
      expect(ground.answers.length).toBeGreaterThan(names.length * PEOPLE.length);
      expect(all).not.toMatch(/"[^"]*(cost|margin|payroll|passwordHash|bankAccount)[^"]*":/i);
      expect(all).not.toContain('$argon2');
      expect(all).not.toContain(FOREIGN_CANARY);
      // The confined dispatcher's own answers are looked at in confinement.test.ts; here everybody else may see it.
      expect(all).toContain(UNIT_CANARY);
    });

    test('R45 the log names no password, no session and nobody’s name', () => {
      const logs = ground.stack.logs();
      const cookies = PEOPLE.map((who) => ground.as(who).cookie()?.split('=')[1] ?? '');
      for (const secret of ['$argon2', FOREIGN_CANARY, UNIT_CANARY, ...cookies]) {
        expect(secret.length).toBeGreaterThan(5);
        expect(logs).not.toContain(secret);
        expect(ground.answers.filter((answer) => answer.includes(secret) && secret !== UNIT_CANARY)).toEqual(
          [],
        );
      }
    });
  },
  { truncate: false },
);
