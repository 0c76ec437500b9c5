import { expect, test } from 'vitest';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import type { Id } from '#domain/ids.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { SETUP_KIND_NAMES, type SetupKind } from '#domain/setup/kind-titles.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { setupExamples } from '#testing/setup-examples.ts';

let keys = 0;
const add = async (company: Company, kind: SetupKind, values: SetupValues) =>
  (
    await company
      .person('admin')
      .call(setupEndpoint(kind, 'create'), { key: `lists-${++keys}`, body: { kind, values } })
  ).record;
const bring = (company: Company, kind: SetupKind, csv: string) =>
  company
    .person('admin')
    .call(setupEndpoint(kind, 'import'), { key: `lists-${++keys}`, body: { kind, csv } });
const list = async (company: Company, kind: SetupKind) =>
  (await company.person('admin').call(setupEndpoint(kind, 'list'), { params: { kind } })).items;

async function exported(company: Company, kind: SetupKind): Promise<string> {
  const { actor } = company.person('admin');
  const { download } = await company.backend.call({
    endpoint: setupEndpoint(kind, 'export'),
    actor,
    params: { kind },
    query: {},
    body: undefined,
    idempotencyKey: null,
    bodyHash: '',
    requestId: 'test',
    address: '127.0.0.1',
    signal: new AbortController().signal,
  });
  let text = '';
  for await (const chunk of download!.chunks) text += chunk;
  return text;
}

eachEngine('set-up lists as a whole', (database) => {
  test('a list that is exported and brought back changes nothing', async () => {
    const company = await makeCompany(database());
    const gas = await add(company, 'skill', { name: 'Gas; oil' });
    await add(company, 'jobType', {
      name: '=No "heat", today',
      skillIds: [gas.id],
      businessUnitIds: [company.businessUnitId],
      keywords: 'cold, no heat',
      externalKey: 'JT-1',
    });
    const ids: Partial<Record<SetupKind, Id>> = {};
    for (const kind of SETUP_KIND_NAMES) {
      if (kind === 'jobType' || kind === 'skill') continue;
      ids[kind] = (await add(company, kind, setupExamples(company, ids)[kind])).id;
    }
    for (const kind of SETUP_KIND_NAMES) {
      const before = await list(company, kind);
      const csv = await exported(company, kind);
      expect(before.length, kind).toBeGreaterThan(0);
      expect(await bring(company, kind, csv), kind).toEqual({
        operationId: null,
        created: 0,
        updated: 0,
        unchanged: before.length,
        rejected: 0,
      });
      expect(await list(company, kind)).toEqual(before);
    }
    expect(await exported(company, 'jobType')).toContain(`"'=No ""heat"", today"`);
  });

  test('an import adds, changes, leaves out what cannot be taken, and one undo takes all of it back', async () => {
    const company = await makeCompany(database());
    const admin = company.person('admin');
    await add(company, 'skill', { name: 'Gas' });
    const csv = `Name,Duration,Skills,In use\nNo heat,120,Gas,yes\nNO COOL,45,,yes\nTune-up,60,Magic,yes\nOld,30,,no\n`;
    const written = await bring(company, 'jobType', csv);
    expect(written).toMatchObject({ created: 2, updated: 1, unchanged: 0, rejected: 1 });
    const types = await list(company, 'jobType');
    expect(types.map(({ values, active }) => [values.name, values.durationMinutes, active])).toEqual([
      ['NO COOL', 45, true],
      ['No heat', 120, true],
      ['Old', 30, false],
    ]);
    await admin.call('operations.undo', { body: { operationId: written.operationId! } });
    const after = (await list(company, 'jobType')).filter(({ active }) => active);
    expect(after.map(({ values }) => [values.name, values.durationMinutes])).toEqual([['No cool', 90]]);
  });

  test('custom fields of one import get keys of their own, and imported patterns make their shifts', async () => {
    const company = await makeCompany(database());
    await bring(company, 'customField', 'Name,Of a\nGate code,job\nGate-code,job\n');
    const { customFields } = await company.person('csr').call('setup.get');
    expect(customFields.map(({ key }) => key)).toEqual(['gateCode', 'gateCode2']);
    await bring(
      company,
      'shiftPattern',
      'Technician,On,From,Until,First day\nAna Reyes,Mon Tue,08:00,16:00,2026-11-01\n',
    );
    const day = await company
      .person('dispatcher')
      .call('board.day', { query: { day: '2026-11-23', timeZone: 'America/New_York' } });
    expect(day.technicians.find(({ name }) => name === 'Ana Reyes')!.shifts).toHaveLength(1);
  });

  test('a file that is no table of the list is refused whole', async () => {
    const company = await makeCompany(database());
    for (const [csv, code] of [
      ['Region\nNorth', 'no_name_column'],
      ['Name', 'no_rows'],
      ['Name\n"North', 'quote_not_closed'],
      [`Name\n${Array.from({ length: 2001 }, (_, at) => `Zone ${at}`).join('\n')}`, 'too_many'],
    ]) {
      await expect(bring(company, 'zone', csv!)).rejects.toMatchObject({
        code: 'request.invalid',
        fields: [{ path: 'csv', code }],
      });
    }
  });

  test('several are taken out of use in one step, all or none', async () => {
    const company = await makeCompany(database());
    const admin = company.person('admin');
    const [one, two] = [await add(company, 'zone', { name: 'N' }), await add(company, 'zone', { name: 'S' })];
    const hide = (versions: [number, number]) =>
      admin.call('setupRecords.hide', {
        body: {
          kind: 'zone',
          expected: [
            { kind: 'zone', id: one.id, version: versions[0] },
            { kind: 'zone', id: two.id, version: versions[1] },
          ],
          active: false,
        },
      });
    const { operationId, items } = await hide([1, 1]);
    expect(items.map(({ active }) => active)).toEqual([false, false]);
    await admin.call('operations.undo', { body: { operationId } });
    expect((await list(company, 'zone')).map(({ active }) => active)).toEqual([true, true]);
    await expect(hide([1, 1])).rejects.toMatchObject({ code: 'request.stale' });
    await expect(
      admin.call('setupRecords.hide', { body: { kind: 'zone', expected: [], active: false } }),
    ).rejects.toMatchObject({ code: 'request.versions_missing' });
  });

  test('before something is taken out of use it says which open jobs and which set-up name it', async () => {
    const company = await makeCompany(database());
    const admin = company.person('admin');
    const uses = async (kind: SetupKind, id: Id) =>
      (await admin.call(setupEndpoint(kind, 'uses'), { params: { kind, id } })).uses;
    expect(await uses('jobType', company.jobTypeId)).toEqual([]);
    const [ana] = company.technicianIds as [Id];
    const { job } = await company.book({ technicianIds: [ana] });
    const openJob = { of: 'openJob', count: 1, names: [`#${job.number}`] };
    expect(await uses('jobType', company.jobTypeId)).toEqual([openJob]);
    expect(await uses('campaign', company.campaignId)).toEqual([openJob]);
    expect(await uses('technician', ana)).toEqual([openJob]);
    expect(await uses('businessUnit', company.businessUnitId)).toEqual([
      openJob,
      { of: 'technician', count: 3, names: ['Ana Reyes', 'Priya Nair', 'Sam Kowalski'] },
    ]);
    const gas = await add(company, 'skill', { name: 'Gas' });
    await add(company, 'jobType', { name: 'No heat', skillIds: [gas.id] });
    expect(await uses('skill', gas.id)).toEqual([{ of: 'jobType', count: 1, names: ['No heat'] }]);
    await expect(uses('skill', 999_999_999)).rejects.toMatchObject({ code: 'record.not_found' });
  });
});
