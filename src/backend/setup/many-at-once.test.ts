import { expect, test } from 'vitest';
import type { Transaction } from '#db/database.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { remembering } from '#testing/statements.ts';
import { undo } from '../undo/command.ts';
import type { CommandContext } from '../write/context.ts';
import { importSetup } from './import.ts';

let keys = 0;
const NAMES = ['Ana Reyes', 'Sam Kowalski', 'Priya Nair'];

eachEngine('many set-up records at once', (database) => {
  const counted = <T>(company: Company, work: (tx: Transaction, context: CommandContext) => Promise<T>) =>
    database().transaction({ tenantId: company.tenantId }, async (tx) => {
      const asked = remembering(tx);
      const { actor } = company.person('admin');
      const context = { actor, now: company.clock.now(), requestId: 'test', address: '127.0.0.1' };
      const answer = await work(asked.tx, context);
      return { answer, statements: asked.statements.length };
    });

  /** Brings a file in; how many statements that took, and how many its undo. */
  async function statementsFor(company: Company, kind: SetupKind, lines: readonly string[]) {
    const brought = await counted(company, (tx, context) =>
      importSetup(tx, context, { kind, csv: lines.join('\n') }),
    );
    expect(brought.answer.created).toBe(lines.length - 1);
    const { operationId } = brought.answer;
    const undone = await counted(company, (tx, context) => undo(tx, context, { operationId: operationId! }));
    return { file: brought.statements, undo: undone.statements };
  }

  test('a file of working hours takes as many statements for three technicians as for one, and so does its undo', async () => {
    const company = await makeCompany(database());
    const hours = (names: readonly string[], from: string) => [
      'Technician,Name,On,From,Until,First day',
      ...names.map((name) => `${name},${from},Mon Tue,${from},16:00,2026-11-01`),
    ];
    const one = await statementsFor(company, 'shiftPattern', hours(NAMES.slice(0, 1), '08:00'));
    const three = await statementsFor(company, 'shiftPattern', hours(NAMES, '09:00'));
    expect(three).toEqual(one);
  });

  test('a file of custom fields takes as many for twenty as for one, and so does its undo', async () => {
    const company = await makeCompany(database());
    const fields = (count: number, word: string) => [
      'Name,Of a',
      ...Array.from({ length: count }, (_, at) => `${word} ${at},job`),
    ];
    const one = await statementsFor(company, 'customField', fields(1, 'Gate'));
    expect(await statementsFor(company, 'customField', fields(20, 'Door'))).toEqual(one);
  });

  test('a file that changes what is there is undone in as many statements for twenty as for one', async () => {
    const company = await makeCompany(database());
    const zones = (count: number, word: string) => [
      'Name,External key',
      ...Array.from({ length: count }, (_, at) => `${word} ${at},Z-${at}`),
    ];
    const bring = (lines: readonly string[]) =>
      counted(company, (tx, context) => importSetup(tx, context, { kind: 'zone', csv: lines.join('\n') }));
    await bring(zones(20, 'North'));
    const undoOf = async (operationId: number | null) =>
      (await counted(company, (tx, context) => undo(tx, context, { operationId: operationId! }))).statements;
    const one = await undoOf((await bring(zones(1, 'South'))).answer.operationId);
    expect(await undoOf((await bring(zones(20, 'East'))).answer.operationId)).toBe(one);
  });

  test('a step over several records is not taken back where the name of one is another’s by now', async () => {
    const company = await makeCompany(database());
    const admin = company.person('admin');
    const bring = async (csv: string) =>
      (
        await admin.call('setupRecords.import', {
          key: `many-${++keys}`,
          body: { kind: 'zone', csv },
        })
      ).operationId!;
    await bring('Name,External key\nNorth,Z-1\nSouth,Z-2\n');
    const renamed = await bring('Name,External key\nFar North,Z-1\nFar South,Z-2\n');
    await bring('Name\nsouth\n');
    await expect(admin.call('operations.undo', { body: { operationId: renamed } })).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'setup.name_taken', kind: 'zone', name: 'South' },
    });
  });
});
