/** For every route of `contract/routes/setup.ts` a request that succeeds. */
import { inArea, type setupRecords } from '#contract/routes/setup.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { addDays, day } from '#domain/time.ts';
import type { Ground } from '../ground.ts';
import { fresh, type RequestsOf, versionOf } from './makers.ts';

/** No two of the sweep's costs begin on one day. */
const dayOfItsOwn = () => addDays(day('2027-01-01'), fresh());
const oneDay = ({ technicianIds }: Ground['company']) => ({
  technicianId: technicianIds[2]!,
  validFrom: '2027-02-01',
  validUntil: '2027-02-01',
});

async function changed(
  ground: Ground,
  kind: SetupKind,
  table: string,
  changes: object,
  id = ground.mine.setup[kind],
) {
  const version = await versionOf(ground, table, id);
  return { params: { id }, body: { kind, expected: [{ kind, id, version }], changes } };
}
/** Out of use and in use again, in turn. */
async function hidden(ground: Ground, kind: SetupKind, table: string) {
  const id = ground.mine.setup[kind];
  const version = await versionOf(ground, table, id);
  return { body: { kind, expected: [{ kind, id, version }], active: version % 2 === 0 } };
}

/** The requests of an area whose lists are called by their names, after one of them. */
const namedArea = (
  kind: 'purchaseOrderType' | 'paymentTerm',
  table: string,
  more: Record<string, number>,
) => ({
  list: async () => ({ params: { kind } }),
  create: async () => ({ body: { kind, values: { ...more, name: `Made ${fresh()}` } } }),
  change: async (ground: Ground) => changed(ground, kind, table, { name: `Changed ${fresh()}` }),
  uses: async ({ mine }: Ground) => ({ params: { kind, id: mine.setup[kind] } }),
  hide: async (ground: Ground) => hidden(ground, kind, table),
  export: async () => ({ params: { kind } }),
  import: async () => ({ body: { kind, csv: `Name\nBrought ${fresh()}\n` } }),
});

export const setupRecordsRequests: RequestsOf<typeof setupRecords> = {
  'setupRecords.list': async () => ({ params: { kind: 'technician' } }),
  'setupRecords.create': async ({ company, mine }) => ({
    body: {
      kind: 'technician',
      values: {
        name: `Technician ${fresh()}`,
        businessUnitId: company.businessUnitId,
        zoneIds: [mine.zoneId],
      },
    },
  }),
  'setupRecords.change': async (ground) => {
    const version = await versionOf(ground, 'tags', ground.mine.tagId);
    return changed(
      ground,
      'tag',
      'tags',
      { color: version % 2 === 1 ? 'info' : 'danger' },
      ground.mine.tagId,
    );
  },
  'setupRecords.uses': async ({ mine }) => ({ params: { kind: 'tag', id: mine.tagId } }),
  'setupRecords.hide': async (ground) => hidden(ground, 'skill', 'skills'),
  'setupRecords.export': async () => ({ params: { kind: 'technician' } }),
  'setupRecords.import': async () => ({ body: { kind: 'zone', csv: `Name\nZone ${fresh()}` } }),
  'workPatterns.list': async () => ({ params: { kind: 'shiftPattern' } }),
  'workPatterns.create': async ({ company }) => ({
    body: { kind: 'eventPattern', values: { ...oneDay(company), name: `Event ${fresh()}` } },
  }),
  'workPatterns.change': async (ground) =>
    changed(ground, 'shiftPattern', 'shift_patterns', { name: `S ${fresh()}` }),
  'workPatterns.uses': async ({ mine }) => ({
    params: { kind: 'shiftPattern', id: mine.setup.shiftPattern },
  }),
  'workPatterns.hide': async (ground) => hidden(ground, 'shiftPattern', 'shift_patterns'),
  'workPatterns.export': async () => ({ params: { kind: 'eventPattern' } }),
  'workPatterns.import': async () => ({
    body: {
      kind: 'eventPattern',
      csv: `Technician,What it is,First day,Last day\nPriya Nair,E ${fresh()},2027-02-01,2027-02-01\n`,
    },
  }),
  'laborCosts.list': async () => ({ params: { kind: 'technicianCost' } }),
  'laborCosts.create': async ({ company }) => ({
    body: {
      kind: 'technicianCost',
      values: { technicianId: company.technicianIds[2]!, validFrom: dayOfItsOwn(), hourlyCost: 405_000 },
    },
  }),
  'laborCosts.change': async (ground) =>
    changed(ground, 'technicianCost', 'technician_costs', { hourlyCost: 400_000 + fresh() }),
  'laborCosts.uses': async ({ mine }) => ({
    params: { kind: 'technicianCost', id: mine.setup.technicianCost },
  }),
  'laborCosts.hide': async (ground) => hidden(ground, 'technicianCost', 'technician_costs'),
  'laborCosts.export': async () => ({ params: { kind: 'technicianCost' } }),
  'laborCosts.import': async () => ({
    body: {
      kind: 'technicianCost',
      csv: `Technician,From,Cost per hour\nPriya Nair,${dayOfItsOwn()},41.5\n`,
    },
  }),
  ...inArea('purchasing', namedArea('purchaseOrderType', 'purchase_order_types', { requiredInDays: 3 })),
  ...inArea('books', namedArea('paymentTerm', 'payment_terms', { dueInDays: 10 })),
};
