import { expect, test } from 'vitest';
import { ProblemError } from '#contract/problem.ts';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import { newSetupRecord } from '#contract/setup-record.ts';
import type { Id } from '#domain/ids.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { SETUP_KIND_NAMES, SETUP_TITLES, type SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { setupExamples } from '#testing/setup-examples.ts';

const STEP = {
  setupRecords: 'setup',
  workPatterns: 'work-pattern',
  laborCosts: 'labor-cost',
  purchasing: 'purchasing-setup',
  books: 'books-setup',
};
let keys = 0;
const add = (company: Company, kind: SetupKind, values: SetupValues) =>
  company
    .person('admin')
    .call(setupEndpoint(kind, 'create'), { key: `setup-${++keys}`, body: { kind, values } });
const change = (company: Company, kind: SetupKind, id: Id, version: number, changes: SetupValues) =>
  company.person('admin').call(setupEndpoint(kind, 'change'), {
    params: { id },
    body: { kind, expected: [{ kind, id, version }], changes },
  });
const list = async (company: Company, kind: SetupKind) =>
  (await company.person('admin').call(setupEndpoint(kind, 'list'), { params: { kind } })).items;
const refused = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ProblemError);
  const { code, fields } = error as ProblemError;
  return [code, ...fields.map((field) => `${field.path} ${field.code}`)];
};

eachEngine('set-up records', (database) => {
  test.each(SETUP_KIND_NAMES)(
    '%s: made, listed, changed, hidden, undone and in its history',
    async (kind) => {
      const company = await makeCompany(database());
      const admin = company.person('admin');
      const other = await add(company, 'projectStatus', { name: 'Done' });
      const zone = await add(company, 'taxZone', { name: 'Other' });
      const examples = setupExamples(company, { projectStatus: other.record.id, taxZone: zone.record.id });
      const { record, operationId } = await add(company, kind, examples[kind]);
      expect(record).toMatchObject({ version: 1, active: true });
      // What is told beside its fields nobody sends.
      const typed = setupKind(kind).fields.map(({ name }) => [name, record.values[name]!]);
      const asTyped = { kind, values: Object.fromEntries(typed) as SetupValues };
      expect(newSetupRecord.parse(asTyped)).toEqual(asTyped);
      const hidden = await change(company, kind, record.id, 1, { active: false });
      expect(hidden.record).toMatchObject({ version: 2, active: false });
      expect(await list(company, kind)).toContainEqual(hidden.record);
      const history = await admin.call('history.get', { params: { kind, id: record.id } });
      expect(history.entries.map(({ verb, created }) => [verb, created])).toEqual([
        [`${STEP[SETUP_TITLES[kind].area]}.changed`, false],
        [`${STEP[SETUP_TITLES[kind].area]}.changed`, true],
      ]);
      await admin.call('operations.undo', { body: { operationId: hidden.operationId } });
      expect((await list(company, kind)).find(({ id }) => id === record.id)).toMatchObject({ active: true });
      await admin.call('operations.undo', { body: { operationId } });
      expect((await list(company, kind)).find(({ id }) => id === record.id)).toMatchObject({ active: false });
    },
  );

  test('a name is taken once, whatever its case; one not in use any more says that it could come back', async () => {
    const company = await makeCompany(database());
    const { record } = await add(company, 'skill', { name: 'Gas' });
    expect(await refused(add(company, 'skill', { name: 'gas' }))).toEqual([
      'request.invalid',
      'values.name name_taken',
    ]);
    await change(company, 'skill', record.id, 1, { active: false });
    expect(await refused(add(company, 'skill', { name: 'GAS' }))).toEqual([
      'request.invalid',
      'values.name name_taken_hidden',
    ]);
    const oil = await add(company, 'skill', { name: 'Oil' });
    expect(await refused(change(company, 'skill', oil.record.id, 1, { name: 'Gas' }))).toEqual([
      'request.invalid',
      'changes.name name_taken_hidden',
    ]);
    await change(company, 'skill', oil.record.id, 1, { name: 'OIL' });
  });

  test('a rule that ends before it begins, or a choice without choices, is told at its field, made or changed', async () => {
    const company = await makeCompany(database());
    const [technicianId] = company.technicianIds as [Id];
    const days = { validFrom: '2026-12-02', validUntil: '2026-12-01' };
    for (const kind of ['shiftPattern', 'eventPattern'] as const) {
      const made = await add(company, kind, { ...setupExamples(company)[kind], validUntil: '2026-12-31' });
      const { id, version } = made.record;
      expect(await refused(change(company, kind, id, version, days))).toEqual([
        'request.invalid',
        'changes.validUntil custom',
      ]);
      const values = { ...setupExamples(company)[kind], technicianId, ...days };
      expect(newSetupRecord.safeParse({ kind, values }).error?.issues[0]?.path).toEqual([
        'values',
        'validUntil',
      ]);
    }
    const taken = (kind: SetupKind, values: SetupValues) =>
      newSetupRecord.safeParse({ kind, values }).error?.issues.map(({ path }) => path.at(-1));
    expect(taken('arrivalWindow', { name: 'Late', startMinute: 600, endMinute: 600 })).toEqual(['endMinute']);
    expect(taken('capacityRule', { name: 'Half', startMinute: 600 })).toEqual(['endMinute']);
    expect(taken('customField', { label: 'Floor', kind: 'Choice' })).toEqual(['choices']);
    expect(taken('customField', { label: 'Floor', kind: 'Choice', choices: '1, 2' })).toBeUndefined();
  });

  test('commas too many leave no empty choice to book with', async () => {
    const company = await makeCompany(database());
    const of = { owner: 'job', kind: 'Choice', requiredAtBooking: false };
    await add(company, 'customField', { ...of, label: 'Floor', choices: ' First,, Second , ' });
    const { customFields } = await company.person('csr').call('setup.get', {});
    expect(customFields.find(({ label }) => label === 'Floor')?.choices).toEqual(['First', 'Second']);
  });

  test('a reason may have the same name for holding and for canceling, a window one in each unit', async () => {
    const company = await makeCompany(database());
    await add(company, 'reason', { name: 'Weather', kind: 'Hold' });
    await add(company, 'reason', { name: 'Weather', kind: 'Cancel' });
    expect(await refused(add(company, 'reason', { name: 'Weather', kind: 'Cancel' }))).toHaveLength(2);
    await add(company, 'arrivalWindow', { name: '8–10' });
    await add(company, 'arrivalWindow', { name: '8–10', businessUnitId: company.businessUnitId });
    expect(await refused(add(company, 'arrivalWindow', { name: '8–10' }))).toHaveLength(2);
  });

  test('two admins who take one name at once: one has it, the other is told', async () => {
    const company = await makeCompany(database());
    const tries = await Promise.allSettled(
      ['Ladder', 'ladder', 'LADDER'].map((name) => add(company, 'skill', { name })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  test('an external key is one record’s own, and may be left empty by many', async () => {
    const company = await makeCompany(database());
    await add(company, 'zone', { name: 'North', externalKey: 'Z-1' });
    await add(company, 'zone', { name: 'South', externalKey: '' });
    await add(company, 'zone', { name: 'West', externalKey: null });
    expect(await refused(add(company, 'zone', { name: 'East', externalKey: 'Z-1' }))).toEqual([
      'request.invalid',
      'values.externalKey taken',
    ]);
    await add(company, 'skill', { name: 'Gas', externalKey: 'Z-1' });
  });

  test('what a record names must be the company’s own', async () => {
    const company = await makeCompany(database());
    const foreign = await makeCompany(database(), 2);
    for (const id of [foreign.businessUnitId, 999_999_999]) {
      expect(await refused(add(company, 'technician', { name: 'X', businessUnitId: id }))).toEqual([
        'record.not_found',
      ]);
      expect(await refused(add(company, 'jobType', { name: 'X', businessUnitIds: [id] }))).toEqual([
        'record.not_found',
      ]);
    }
    const { record } = await add(foreign, 'tag', { name: 'Theirs' });
    expect(await refused(change(company, 'tag', record.id, 1, { name: 'Mine' }))).toEqual([
      'record.not_found',
    ]);
  });

  test('two admins who change different fields keep both, of the same field the second is asked', async () => {
    const company = await makeCompany(database());
    const { record } = await add(company, 'jobType', { name: 'Tune-up' });
    await change(company, 'jobType', record.id, 1, { durationMinutes: 45 });
    const second = await change(company, 'jobType', record.id, 1, { priority: 'Low' });
    expect(second.merged).toBe(true);
    expect(second.record.values).toMatchObject({ durationMinutes: 45, priority: 'Low' });
    expect(await refused(change(company, 'jobType', record.id, 1, { durationMinutes: 90 }))).toEqual([
      'request.stale',
    ]);
  });

  test('a custom field keeps the key jobs know it by, and two of one name get two keys', async () => {
    const company = await makeCompany(database());
    const { record } = await add(company, 'customField', { label: 'Gate code' });
    await change(company, 'customField', record.id, 1, { label: 'Door code' });
    await add(company, 'customField', { label: 'Gate code' });
    const { customFields } = await company.person('csr').call('setup.get');
    expect(customFields.map(({ key, label }) => [key, label])).toEqual([
      ['gateCode', 'Door code'],
      ['gateCode2', 'Gate code'],
    ]);
  });

  test('a custom field is never kept under a name that every object answers to', async () => {
    const company = await makeCompany(database());
    for (const label of ['constructor', '__proto__', 'prototype', 'To string'])
      await add(company, 'customField', { label });
    const { customFields } = await company.person('csr').call('setup.get');
    expect(customFields.map(({ key }) => key)).toEqual(['constructor2', 'proto', 'prototype2', 'toString2']);
  });

  test('every screen is told that the lists changed, once per step', async () => {
    const company = await makeCompany(database());
    const { actor } = company.person('csr');
    const before = await company.backend.changes(actor, null, 10);
    await add(company, 'skill', { name: 'Gas' });
    const { events } = await company.backend.changes(actor, before.position, 10);
    expect(events.map(({ type, kind }) => [type, kind])).toEqual([['setup.changed', 'setup']]);
  });

  test('what only an admin may set up, nobody else takes back', async () => {
    const company = await makeCompany(database());
    const { operationId } = await add(company, 'skill', { name: 'Gas' });
    const { actor } = company.person('admin');
    const since = company.person('dispatcher', { userId: actor.userId });
    expect(await refused(since.call('operations.undo', { body: { operationId } }))).toEqual([
      'session.forbidden',
    ]);
  });
});
