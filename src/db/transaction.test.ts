import { beforeEach, describe, expect, test, vi } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { DatabaseError, type Transaction } from './database.ts';
import { planOnce } from './plan-once.ts';

vi.setConfig({ testTimeout: 60_000 });

const SYSTEM = { tenantId: 'system' } as const;
const READ = { tenantId: 'system', readOnly: true } as const;

eachEngine(
  'transactions',
  (database, engine) => {
    const notes = () =>
      database().transaction(READ, async (tx) => {
        const rows = await tx.query<{ text: string }>('select text from note order by id');
        return rows.map(({ text }) => text);
      });
    const write = (tx: Transaction, text: string) =>
      tx.query('insert into note (tenant_id, text) values (coalesce($2::int8, 1), $1)', [text, tx.tenantId]);

    beforeEach(() =>
      database().transaction(SYSTEM, (tx) =>
        tx.script(`drop table if exists note, shift;
          create table note (id int8 generated always as identity primary key, tenant_id int8 not null, text text);
          grant select, insert, update, delete on note to truckroll_app;
          alter table note enable row level security;
          create policy own on note to truckroll_app using (tenant_id = current_setting('app.tenant_id')::int8);
          create table shift (technician int8, during tstzrange,
            constraint shift_overlap exclude using gist (technician with =, during with &&))`),
      ),
    );

    test('what was written is there, what failed is not', async () => {
      await database().transaction(SYSTEM, (tx) => write(tx, 'kept'));
      const failing = database().transaction(SYSTEM, async (tx) => {
        await write(tx, 'lost');
        throw new Error('the rules said no');
      });
      await expect(failing).rejects.toThrow('the rules said no');
      expect(await notes()).toEqual(['kept']);
    });

    test('a tenant sees and changes its own rows only, even without a where clause', async () => {
      await database().transaction({ tenantId: 1 }, (tx) => write(tx, 'mine'));
      await database().transaction({ tenantId: 2 }, async (tx) => {
        await write(tx, 'theirs');
        expect(await tx.query('select text from note')).toEqual([{ text: 'theirs' }]);
        await tx.query("update note set text = 'changed'");
        expect(await tx.query('delete from note where tenant_id = 1 returning id')).toEqual([]);
      });
      expect(await notes()).toEqual(['mine', 'changed']);
    });

    test('a statement that is kept shows each tenant its own rows, however often and by whom it was planned', async () => {
      await database().transaction(SYSTEM, async (tx) => {
        for (const tenantId of [1, 2, 3]) await write({ ...tx, tenantId }, `of ${tenantId}`);
      });
      const all = 'select text from note order by id';
      const count = 'select count(*)::int as rows from note where text <> $1';
      const asked = (tenantId: number | 'system', text: string, params: string[] = []) =>
        database().transaction({ tenantId }, (tx) => tx.query(text, params));
      for (let round = 0; round < 8; round++) {
        for (const [text, counted] of [[all, count] as const, [planOnce(all), planOnce(count)] as const]) {
          expect(await asked('system', text)).toHaveLength(3);
          for (const tenantId of [1, 2]) {
            expect(await asked(tenantId, text)).toEqual([{ text: `of ${tenantId}` }]);
            expect(await asked(tenantId, counted, [''])).toEqual([{ rows: 1 }]);
          }
          expect(await asked('system', counted, [''])).toEqual([{ rows: 3 }]);
        }
      }
      const forge = planOnce('insert into note (tenant_id, text) values (1, $1)');
      for (let round = 0; round < 3; round++) {
        await asked('system', forge, ['by the office']);
        await asked(1, forge, ['one’s own']);
        await expect(asked(2, forge, ['forged'])).rejects.toMatchObject({ code: '42501' });
      }
      expect(await asked(2, planOnce(all))).toEqual([{ text: 'of 2' }]);
    });

    test('a tenant cannot write a row for another one', async () => {
      const forging = database().transaction({ tenantId: 2 }, (tx) =>
        tx.query("insert into note (tenant_id, text) values (1, 'forged')"),
      );
      await expect(forging).rejects.toMatchObject({ code: '42501' });
    });

    test.each([0, -1, 1.5, Number.NaN, '1; drop table note' as unknown as number])(
      'a tenant id of %s is refused',
      async (tenantId) => {
        await expect(database().transaction({ tenantId }, async () => 1)).rejects.toThrow('Not a tenant');
      },
    );

    test('a double booking names the constraint that was hit', async () => {
      const book = (tx: Transaction) =>
        tx.query("insert into shift values (7, '[2026-11-21 08:00Z, 2026-11-21 10:00Z)')");
      await database().transaction(SYSTEM, book);
      const second = database().transaction(SYSTEM, book);
      await expect(second).rejects.toBeInstanceOf(DatabaseError);
      await expect(second).rejects.toMatchObject({
        code: '23P01',
        constraint: 'shift_overlap',
        table: 'shift',
        outcome: 'rolled_back',
        detail: expect.stringContaining('technician'),
      });
    });

    test('a read sees one moment, and cannot write', async () => {
      await expect(database().transaction(READ, (tx) => write(tx, 'no'))).rejects.toMatchObject({
        code: '25006',
      });
    });

    test('an error swallowed inside does not pass for success', async () => {
      const swallowing = database().transaction(SYSTEM, async (tx) => {
        await write(tx, 'lost');
        await tx.query('select 1/0').catch(() => undefined);
      });
      await expect(swallowing).rejects.toMatchObject({ code: '25P02' });
      expect(await notes()).toEqual([]);
    });

    test('a handle kept after the end is dead', async () => {
      let kept: Transaction | undefined;
      await database().transaction(SYSTEM, async (tx) => {
        kept = tx;
      });
      await expect(kept!.query('select 1')).rejects.toThrow('has ended');
    });

    test('a serialization failure is tried again, at most three times more', async () => {
      let tries = 0;
      const fail = (tx: Transaction) =>
        tx.query("do $$ begin raise exception 'x' using errcode = '40001'; end $$");
      const text = await database().transaction(SYSTEM, async (tx) => {
        tries++;
        await write(tx, `try ${tries}`);
        if (tries < 3) await fail(tx);
        return tries;
      });
      expect(text).toBe(3);
      expect(await notes()).toEqual(['try 3']);
      tries = 0;
      const hopeless = database().transaction(SYSTEM, async (tx) => {
        tries++;
        await fail(tx);
      });
      await expect(hopeless).rejects.toMatchObject({ code: '40001' });
      expect(tries).toBe(4);
    });

    test('a caller who gave up gets no further statement run', async () => {
      const caller = new AbortController();
      const given = database().transaction({ ...SYSTEM, signal: caller.signal }, async (tx) => {
        await write(tx, 'lost');
        caller.abort();
        await write(tx, 'never sent');
      });
      await expect(given).rejects.toMatchObject({ code: 'aborted' });
      const late = database().transaction({ ...SYSTEM, signal: caller.signal }, (tx) => write(tx, 'no'));
      await expect(late).rejects.toMatchObject({ code: 'aborted' });
      expect(await notes()).toEqual([]);
    });

    test('many at once all get their turn', async () => {
      const texts = Array.from({ length: 60 }, (_, i) => `note ${i}`);
      await Promise.all(
        texts.map((text) => database().transaction({ tenantId: 1 }, (tx) => write(tx, text))),
      );
      expect((await notes()).sort()).toEqual(texts.sort());
    });

    describe('deadline', () => {
      const runaway = (tx: Transaction) => tx.query('select count(*) from generate_series(1, 100000000000)');

      test('a runaway query is ended, the next works, and nothing acknowledged is lost', async () => {
        await database().transaction(SYSTEM, (tx) => write(tx, 'acknowledged'));
        const startedAt = performance.now();
        const stuck = database().transaction({ ...SYSTEM, deadlineMs: 300 }, async (tx) => {
          await write(tx, 'lost');
          await runaway(tx);
        });
        const waiting = database().transaction(SYSTEM, (tx) => write(tx, 'waited its turn'));
        await expect(stuck).rejects.toMatchObject({ code: 'deadline', outcome: 'rolled_back' });
        expect(performance.now() - startedAt).toBeLessThan(20_000);
        await waiting;
        expect(await notes()).toEqual(['acknowledged', 'waited its turn']);
        expect(await database().health()).toMatchObject({ ok: true });
      });

      test('a transaction that waits for something else is rolled back, and cannot wake into another one', async () => {
        let wake = () => {};
        let lateError: unknown;
        let isOver: Promise<unknown> = Promise.resolve();
        const idle = database().transaction({ ...SYSTEM, deadlineMs: 1_500 }, (tx) => {
          isOver = (async () => {
            await write(tx, 'lost');
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
            await write(tx, 'too late').catch((error: unknown) => {
              lateError = error;
            });
          })();
          return isOver;
        });
        await expect(idle).rejects.toMatchObject({ code: 'deadline' });
        await database().transaction(SYSTEM, async (tx) => {
          await write(tx, 'another');
          wake();
          await isOver;
          await write(tx, 'undisturbed');
        });
        expect(lateError).toMatchObject({ message: expect.stringContaining('has ended') });
        expect(await notes()).toEqual(['another', 'undisturbed']);
      });

      test.runIf(engine === 'pglite')('waiting in line counts', async () => {
        let finish = () => {};
        const long = database().transaction(SYSTEM, () => new Promise<void>((resolve) => (finish = resolve)));
        const short = database().transaction({ ...SYSTEM, deadlineMs: 50 }, (tx) => write(tx, 'never'));
        await expect(short).rejects.toMatchObject({ code: 'deadline' });
        finish();
        await long;
        expect(await notes()).toEqual([]);
      });
    });

    describe('notifications', () => {
      test('come after the commit, and not after a rollback', async () => {
        const heard: string[] = [];
        let done = () => {};
        const last = new Promise<void>((resolve) => {
          done = resolve;
        });
        const unsubscribe = database().onNotify((payload) => {
          if (payload !== '') heard.push(payload);
          if (payload === 'three') done();
        });
        // On PostgreSQL the listener may still be connecting, so ask until it hears.
        await expect
          .poll(
            async () => {
              await database().transaction(SYSTEM, (tx) =>
                tx.query("select pg_notify('truckroll', 'ready')"),
              );
              return heard.length;
            },
            { interval: 20 },
          )
          .toBeGreaterThan(0);
        const failed = database().transaction(SYSTEM, async (tx) => {
          await tx.query("select pg_notify('truckroll', 'two')");
          throw new Error('no');
        });
        await expect(failed).rejects.toThrow('no');
        await database().transaction({ tenantId: 1 }, (tx) =>
          tx.query("select pg_notify('truckroll', 'three')"),
        );
        await last;
        unsubscribe();
        expect(heard.filter((payload) => payload !== 'ready')).toEqual(['three']);
      });
    });

    test('recycling in the middle of work loses nothing', async () => {
      const texts = Array.from({ length: 20 }, (_, i) => `note ${i}`);
      const writing = texts.map((text) => database().transaction({ tenantId: 1 }, (tx) => write(tx, text)));
      await Promise.all([database().recycle(), ...writing]);
      expect((await notes()).sort()).toEqual(texts.sort());
    });
  },
  { emptied: false },
);
