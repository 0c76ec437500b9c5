import { expect, test } from 'vitest';
import type { ProblemError } from '#contract/problem.ts';
import type { Id } from '#domain/ids.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { keepAhead } from './keep-ahead.ts';

let keys = 0;
type Who = ReturnType<Company['person']>;
const add = (who: Who, values: SetupValues) =>
  who.call('workPatterns.create', {
    key: `event-${++keys}`,
    body: { kind: 'eventPattern', values },
  });
const change = (who: Who, id: Id, version: number, changes: SetupValues) =>
  who.call('workPatterns.change', {
    params: { id },
    body: { kind: 'eventPattern', expected: [{ kind: 'eventPattern', id, version }], changes },
  });
const meeting = (technicianId: Id, more: SetupValues = {}): SetupValues => ({
  technicianId,
  name: 'Safety meeting',
  weekdays: [1],
  startMinute: 8 * 60,
  endMinute: 9 * 60,
  validFrom: '2026-11-20',
  ...more,
});

eachEngine('non-job events that are set up', (database) => {
  const events = (technicianId: Id) =>
    database().transaction({ tenantId: 'system', readOnly: true }, (tx) =>
      tx.query<{ id: Id; label: string; start: string; version: number; overridden: boolean }>(
        `select e.id, e.label, e.start, e.version, o.overridden from company.non_job_events e
         join company.occupancy o on o.kind = 'nonJobEvent' and o.source_id = e.id
         where e.technician_id = $1 and e.active order by e.start`,
        [technicianId],
      ),
    );

  // NOW is Friday, 20 November 2026, 10:00 in New York.
  test('take the technician’s time eight weeks ahead, follow their pattern and its name, and go and come back with it', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [Id];
    const { record } = await add(dispatcher, meeting(ana));
    const made = await events(ana);
    expect(made).toHaveLength(8);
    expect(made[0]).toMatchObject({
      label: 'Safety meeting',
      start: '2026-11-23T13:00:00.000Z',
      overridden: false,
    });
    await dispatcher.call('nonJobEvents.change', {
      params: { id: made[1]!.id },
      body: { expected: [{ kind: 'nonJobEvent', id: made[1]!.id, version: 1 }], changes: { label: 'Moved' } },
    });
    const { operationId } = await change(dispatcher, record.id, 1, { name: 'Tailgate talk' });
    const labels = async () => (await events(ana)).map(({ label }) => label);
    expect(new Set(await labels())).toEqual(new Set(['Tailgate talk', 'Moved']));
    await dispatcher.call('operations.undo', { body: { operationId } });
    expect(new Set(await labels())).toEqual(new Set(['Safety meeting', 'Moved']));
    await change(dispatcher, record.id, 3, { active: false });
    expect(await labels()).toEqual(['Moved']);
  });

  test('of one day are made once, and Truckroll makes the weekly ones further ahead, over work too', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana, sam] = company.technicianIds as [Id, Id];
    await add(dispatcher, meeting(ana, { validFrom: '2026-11-23', validUntil: '2026-11-23' }));
    await add(dispatcher, meeting(sam));
    const late = '2027-01-18T13:30:00.000Z';
    await company.book({
      technicianIds: [sam],
      start: instant(late),
      end: instant('2027-01-18T15:00:00.000Z'),
    });
    for (const now of ['2026-12-18T15:00:00.000Z', '2026-12-18T16:00:00.000Z'])
      await keepAhead(database(), instant(now));
    expect(await events(ana)).toHaveLength(1);
    const made = await events(sam);
    expect(made).toHaveLength(12);
    expect(made.filter(({ overridden }) => overridden).map(({ start }) => start)).toEqual([
      '2027-01-18T13:00:00.000Z',
    ]);
  });

  test('over planned work are for those who may override, and nothing of a refused one stays', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    await company.book({
      technicianIds: [ana],
      start: instant('2026-11-23T13:30:00.000Z'),
      end: instant('2026-11-23T15:00:00.000Z'),
    });
    // Without the right to override; whom the route lets in is the BFF's to say.
    const careful = company.person('csr');
    const refused = await add(careful, meeting(ana)).catch((error: ProblemError) => error);
    expect(refused).toMatchObject({ code: 'schedule.override_not_allowed' });
    expect(await events(ana)).toEqual([]);
    await add(company.person('dispatcher'), meeting(ana));
    expect((await events(ana)).filter(({ overridden }) => overridden)).toHaveLength(1);
  });

  test('nobody is told what a technician costs who may not see costs, not in the history either', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const accounting = company.person('accounting');
    const { record } = await accounting.call('laborCosts.create', {
      key: `cost-${++keys}`,
      body: {
        kind: 'technicianCost',
        values: { technicianId: ana, validFrom: '2026-11-01', hourlyCost: 405_000 },
      },
    });
    const of = { params: { kind: 'technicianCost' as const, id: record.id } };
    const seen = await accounting.call('history.get', of);
    expect(seen.entries[0]!.changes).toContainEqual({ field: 'hourlyCost', before: null, after: 405_000 });
    for (const role of ['csr', 'dispatcher'] as const) {
      const person = company.person(role);
      await expect(person.call('history.get', of)).rejects.toMatchObject({ code: 'record.not_found' });
      await expect(
        person.call('history.at', { ...of, query: { at: '2026-12-01T00:00:00.000Z' } }),
      ).rejects.toMatchObject({ code: 'record.not_found' });
    }
    const again = await accounting
      .call('laborCosts.create', {
        key: `cost-${++keys}`,
        body: {
          kind: 'technicianCost',
          values: { technicianId: ana, validFrom: '2026-11-01', hourlyCost: 1 },
        },
      })
      .catch((error: ProblemError) => error);
    expect(again).toMatchObject({ fields: [{ path: 'values.technicianId', code: 'same_taken' }] });
  });
});
