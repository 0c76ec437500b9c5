import { expect, test } from 'vitest';
import { ProblemError } from '#contract/problem.ts';
import type { Id } from '#domain/ids.ts';
import type { Role } from '#domain/roles.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { firstOpenDay } from '../receivables/ledger.ts';

let keys = 0;
const refusedAs = async (call: Promise<unknown>) => {
  const error = await call.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemError);
  const { code, params } = error as ProblemError;
  return params.because ?? code;
};

eachEngine(
  'accounting periods',
  (database) => {
    test('the months of a year are made, closed with all before them, opened again the last one first', async () => {
      const company = await makeCompany(database());
      const books = company.person('accounting');
      const admin = company.person('admin');
      const openFrom = () => database().transaction({ tenantId: company.tenantId }, (tx) => firstOpenDay(tx));
      const all = async () =>
        new Map(
          (await books.call('books.list', { params: { kind: 'accountingPeriod' } })).items.map((one) => [
            one.values.name,
            one,
          ]),
        );
      const months = (year: number) =>
        books.call('accountingPeriods.makeMonths', { key: `months ${++keys}`, body: { year } });
      const named = async (name: string) => (await all()).get(name)!;
      const step = async (verb: 'close' | 'reopen', name: string, role: Role = 'admin') => {
        const { id, version } = await named(name);
        return company.person(role).call(`accountingPeriods.${verb}`, {
          params: { id },
          body: { expected: [{ kind: 'accountingPeriod', id, version }], reason: `${verb} ${name}` },
        });
      };
      const change = (id: Id, version: number, changes: SetupValues) =>
        admin.call('books.change', {
          params: { id },
          body: {
            kind: 'accountingPeriod',
            expected: [{ kind: 'accountingPeriod', id, version }],
            changes,
          },
        });
      const create = (values: SetupValues) =>
        books.call('books.create', { key: `one ${++keys}`, body: { kind: 'accountingPeriod', values } });

      const made = await months(2026);
      expect(made.items).toHaveLength(12);
      expect(await refusedAs(months(2026))).toBe('period.nothing_to_make');
      expect(await openFrom()).toBeNull();

      // Now is 2026: what is not over is not closed.
      expect(await refusedAs(step('close', 'December 2026'))).toBe('period.not_over');
      const closed = await step('close', 'March 2026', 'accounting');
      expect(closed.items.map(({ values }) => values.name).sort()).toEqual([
        'February 2026',
        'January 2026',
        'March 2026',
      ]);
      const { values } = await named('March 2026');
      expect(values).toMatchObject({ closeReason: 'close March 2026', endsOn: '2026-03-31' });
      expect([typeof values.closedAt, typeof values.closedBy]).toEqual(['string', 'string']);
      expect(await openFrom()).toBe('2026-04-01');

      const [january, april] = [await named('January 2026'), await named('April 2026')];
      expect(await refusedAs(change(january.id, january.version, { endsOn: '2026-01-30' }))).toBe(
        'period.closed_already',
      );
      expect(await refusedAs(change(january.id, january.version, { active: false }))).toBe(
        'period.closed_already',
      );
      expect(await refusedAs(change(april.id, april.version, { startsOn: '2026-03-31' }))).toBe(
        'period.before_closed',
      );
      expect(await refusedAs(change(april.id, april.version, { endsOn: '2026-05-01' }))).toBe(
        'period.overlaps',
      );
      expect(await refusedAs(create({ name: 'Old', startsOn: '2025-01-01', endsOn: '2025-12-31' }))).toBe(
        'period.before_closed',
      );
      const csv = 'Name,First day,Last day\nOld,2025-01-01,2025-12-31\n';
      expect(
        await refusedAs(
          books.call('books.import', { key: `csv ${++keys}`, body: { kind: 'accountingPeriod', csv } }),
        ),
      ).toBe('period.before_closed');
      // The step that made the months does not take back what is closed by now.
      expect(
        await refusedAs(books.call('operations.undo', { body: { operationId: made.operationId } })),
      ).toBe('period.closed_already');

      expect(await refusedAs(step('reopen', 'February 2026'))).toBe('period.not_last_closed');
      await step('reopen', 'March 2026');
      expect(await openFrom()).toBe('2026-03-01');
      expect((await named('March 2026')).values.closedAt).toBeNull();
    });

    test('nobody closes the books without the right to, whatever their role', async () => {
      const company = await makeCompany(database(), 2);
      const { record } = await company.person('admin').call('books.create', {
        key: `right ${++keys}`,
        body: {
          kind: 'accountingPeriod',
          values: { name: 'Day', startsOn: '2020-01-01', endsOn: '2020-01-01' },
        },
      });
      const books = company.person('accounting');
      const limited = { ...books.actor, rights: books.actor.rights.filter((one) => one !== 'closeBooks') };
      const body = {
        expected: [{ kind: 'accountingPeriod' as const, id: record.id, version: record.version }],
        reason: 'Filed',
      };
      const close = database().transaction({ tenantId: company.tenantId }, async (tx) => {
        const { closePeriod } = await import('./periods.ts');
        const context = { actor: limited, now: company.clock.now(), requestId: 'test', address: '' };
        return closePeriod(tx, context, record.id, body);
      });
      expect(await refusedAs(close)).toBe('session.forbidden');
    });
  },
  { emptied: false },
);
