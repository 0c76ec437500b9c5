import { expect, test } from 'vitest';
import { sealNew } from '#db/seals/seal.ts';
import { eachEngine } from '#testing/databases.ts';
import { fixedClock } from '#testing/fixed-clock.ts';
import { verifyAll } from './verify-command.ts';

eachEngine('npm run verify', (database) => {
  test('R61 says per company how much is proved, and the first row that somebody changed', async () => {
    const sql = <T>(text: string) =>
      database().transaction({ tenantId: 'system' }, (tx) => tx.query<T>(text));
    const addAudit = () =>
      sql<{ id: number }>(
        `insert into office.audit (tenant_id, at, actor_kind, verb, result, request_id, address)
         select 1, '2026-11-22', 'anonymous', 'session.sign-in', 'denied', 'r', '' from generate_series(1, 3) returning id`,
      );
    const verify = async () => {
      const lines: string[] = [];
      const isWhole = await verifyAll(database(), (line) => lines.push(line));
      return { isWhole, lines };
    };
    await sql(`insert into office.tenants (id, name) values (1, 'Acme')`);
    const [, second] = await addAudit();
    const { signal } = new AbortController();
    await sealNew(database(), () => fixedClock().now(), { signal });
    await addAudit();
    expect(await verify()).toEqual({
      isWhole: true,
      lines: [
        expect.stringMatching(
          /^Company 1, Acme, audit: 3 rows proved, 3 not sealed yet, last seal [0-9a-f]{64}\.$/,
        ),
        'Nothing was tampered with.',
      ],
    });
    await sql(`update office.audit set result = 'done' where id = ${second!.id}`);
    expect(await verify()).toEqual({
      isWhole: false,
      lines: [
        `Company 1, Acme, audit: row ${second!.id} was changed. Before it 0 rows proved, 3 not sealed yet.`,
        'TAMPERED WITH: see above.',
      ],
    });
  });
});
