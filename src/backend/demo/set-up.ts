/** The demo company's set-up lists: units, zones, skills, job types, reasons, tax, accounts, SKUs, technicians. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { type UnitPrice, unitPrice, unitPriceFromDecimal } from '#domain/money.ts';
import type { Instant } from '#domain/time.ts';
import { newIds } from '../write/ids.ts';
import { columnName } from '../write/records.ts';
import { CENTRAL_TOWNS, EASTERN_TOWNS, FIRST_NAMES, LAST_NAMES } from './names.ts';
import type { Chance } from './random.ts';

export type DemoUnit = { id: Id; name: string; timeZone: string; trade: Trade };
export type Trade = 'HVAC' | 'Plumbing' | 'Electrical';
export type DemoJobType = {
  id: Id;
  name: string;
  trade: Trade;
  minutes: number;
  priority: string;
  skillIds: Id[];
  price: UnitPrice;
};
export type DemoTechnician = { id: Id; name: string; unit: DemoUnit; skillIds: Id[]; zoneIds: Id[] };
export type DemoSetUp = {
  units: DemoUnit[];
  jobTypes: DemoJobType[];
  technicians: DemoTechnician[];
  zones: Map<string, Id>;
  campaignIds: Id[];
  tagIds: Id[];
  holdReasonIds: Id[];
  cancelReasonIds: Id[];
  taxZoneIds: { MA: Id; IL: Id };
  skuOf: Map<Id, { id: Id; price: UnitPrice; cost: UnitPrice; name: string }>;
  incomeAccountId: Id;
};

/** Trade, name, minutes, priority, skill, price. */
const JOB_TYPES: readonly [Trade, string, number, string, string, string][] = [
  ['HVAC', 'No cool', 90, 'High', 'Cooling', '189.00'],
  ['HVAC', 'No heat', 90, 'Urgent', 'Heating', '199.00'],
  ['HVAC', 'Tune-up', 60, 'Normal', 'Cooling', '129.00'],
  ['HVAC', 'Thermostat', 45, 'Normal', 'Heating', '149.00'],
  ['HVAC', 'Estimate, system', 60, 'Normal', 'Sales', '0.00'],
  ['HVAC', 'Install, furnace', 240, 'Normal', 'Gas', '3890.00'],
  ['Plumbing', 'Water heater', 120, 'High', 'Gas', '249.00'],
  ['Plumbing', 'Drain clear', 60, 'Normal', 'Drains', '159.00'],
  ['Plumbing', 'Leak repair', 75, 'High', 'Pipes', '179.00'],
  ['Plumbing', 'Toilet repair', 45, 'Normal', 'Pipes', '119.00'],
  ['Plumbing', 'Sewer camera', 90, 'Normal', 'Drains', '299.00'],
  ['Electrical', 'Panel upgrade', 180, 'Normal', 'Panels', '1890.00'],
  ['Electrical', 'Outlet repair', 45, 'Normal', 'Wiring', '129.00'],
  ['Electrical', 'No power', 90, 'Urgent', 'Wiring', '219.00'],
  ['Electrical', 'EV charger', 150, 'Normal', 'Panels', '890.00'],
  ['Electrical', 'Lighting', 60, 'Low', 'Wiring', '149.00'],
];
/** Two fifths of the price, as good a guess as any for a demo. */
const costOf = (price: UnitPrice): UnitPrice => unitPrice(Math.round((price * 2) / 5));

const SKILLS = ['Cooling', 'Heating', 'Gas', 'Sales', 'Drains', 'Pipes', 'Panels', 'Wiring'];
const TRADE_SKILLS: Record<Trade, readonly string[]> = {
  HVAC: ['Cooling', 'Heating', 'Gas', 'Sales'],
  Plumbing: ['Gas', 'Drains', 'Pipes'],
  Electrical: ['Panels', 'Wiring'],
};
/** Of ten technicians, how many per trade. */
const STAFF: readonly Trade[] = [
  'HVAC',
  'Plumbing',
  'HVAC',
  'Electrical',
  'HVAC',
  'Plumbing',
  'HVAC',
  'Plumbing',
  'HVAC',
  'Electrical',
];

/** Inserts rows of one set-up table; every row gets the next id. */
async function insert(
  tx: Transaction,
  at: Instant,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<Id[]> {
  const ids = await newIds(tx, rows.length);
  const full = rows.map((row, index) => ({
    tenant_id: tx.tenantId,
    id: ids[index],
    ...Object.fromEntries(Object.entries(row).map(([field, value]) => [columnName(field), value])),
    ...(table.endsWith('tax_rates') ? {} : { active: true, version: 1, created_on: at, modified_on: at }),
  }));
  const columns = Object.keys(full[0]!)
    .map((name) => `"${name}"`)
    .join(', ');
  await tx.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [json(full)],
  );
  return ids;
}

export async function insertSetUp(
  tx: Transaction,
  at: Instant,
  chance: Chance,
  technicianCount: number,
): Promise<DemoSetUp> {
  const named = (names: readonly string[]) => names.map((name) => ({ name }));
  const add = (table: string, rows: readonly Record<string, unknown>[]) =>
    insert(tx, at, `company.${table}`, rows);
  const [ma, il] = (await add('tax_zones', named(['Massachusetts', 'Chicago']))) as [Id, Id];
  await add('tax_rates', [
    { taxZoneId: ma, name: 'MA sales tax', base: 'Material', rate: 62500, validFrom: '2020-01-01' },
    { taxZoneId: il, name: 'Chicago sales tax', base: 'Material', rate: 102500, validFrom: '2020-01-01' },
  ]);
  const [net30] = (await add('payment_terms', [
    { name: 'Net 30', dueInDays: 30 },
    { name: 'Net 15', dueInDays: 15 },
    { name: 'Due on receipt', dueInDays: 0 },
  ])) as [Id];
  const [income, , bank] = (await add('gl_accounts', [
    { number: '4000', name: 'Service income', kind: 'Income' },
    { number: '1200', name: 'Accounts receivable', kind: 'Asset' },
    { number: '1000', name: 'Bank', kind: 'Asset' },
    { number: '5000', name: 'Materials', kind: 'Expense' },
    { number: '2200', name: 'Sales tax payable', kind: 'Liability' },
  ])) as [Id, Id, Id];
  await add(
    'payment_types',
    ['Card', 'Check', 'Cash', 'Bank transfer'].map((name) => ({ name, glAccountId: bank })),
  );
  await add('purchase_order_types', [
    { name: 'Stock', automaticallyReceive: false, requiredInDays: 7, skipWeekends: true },
    { name: 'Special order', automaticallyReceive: false, requiredInDays: 3, skipWeekends: true },
    { name: 'Counter pick-up', automaticallyReceive: true, requiredInDays: 0, skipWeekends: false },
  ]);
  await add(
    'vendors',
    ['Ferguson Supply', 'Johnstone', 'Grainger', 'Sid Harvey'].map((name) => ({
      name,
      paymentTermId: net30,
      phone: '',
      email: '',
      street: '',
      city: '',
      state: '',
      zip: '',
    })),
  );
  const unitIds = await add('business_units', [
    { name: 'HVAC', timeZone: 'America/New_York', currency: 'USD', taxZoneId: ma, paymentTermId: null },
    { name: 'Plumbing', timeZone: 'America/New_York', currency: 'USD', taxZoneId: ma, paymentTermId: null },
    {
      name: 'Electrical Chicago',
      timeZone: 'America/Chicago',
      currency: 'USD',
      taxZoneId: il,
      paymentTermId: net30,
    },
  ]);
  const trades: Trade[] = ['HVAC', 'Plumbing', 'Electrical'];
  const units = trades.map(
    (trade, index): DemoUnit => ({
      id: unitIds[index]!,
      name: ['HVAC', 'Plumbing', 'Electrical Chicago'][index]!,
      timeZone: index === 2 ? 'America/Chicago' : 'America/New_York',
      trade,
    }),
  );
  const zoneNames = [...new Set([...EASTERN_TOWNS, ...CENTRAL_TOWNS].map((town) => town[5]))];
  const zoneIds = await add('zones', named(zoneNames));
  const zones = new Map<string, Id>(zoneNames.map((name, index) => [name, zoneIds[index]!]));
  const skillIds = await add('skills', named(SKILLS));
  const skill = new Map(SKILLS.map((name, index) => [name, skillIds[index]!]));
  const typeIds = await add(
    'job_types',
    JOB_TYPES.map(([trade, name, durationMinutes, priority, needs]) => ({
      name,
      durationMinutes,
      priority,
      businessUnitIds: [unitIds[trades.indexOf(trade)]],
      skillIds: [skill.get(needs)],
    })),
  );
  const jobTypes = JOB_TYPES.map(
    ([trade, name, minutes, priority, needs, price], index): DemoJobType => ({
      id: typeIds[index]!,
      name,
      trade,
      minutes,
      priority,
      price: unitPriceFromDecimal(price),
      skillIds: [skill.get(needs)!],
    }),
  );
  const skuIds = await add(
    'skus',
    JOB_TYPES.map(([, name, , , , price], index) => ({
      code: `SV-${100 + index}`,
      name,
      kind: 'Service',
      price: unitPriceFromDecimal(price),
      cost: costOf(unitPriceFromDecimal(price)),
      taxable: false,
      glAccountId: income,
    })),
  );
  await add('skus', [
    {
      code: 'FRG-2231',
      name: 'Condenser fan motor',
      kind: 'Material',
      price: 2_400_000,
      cost: 841_000,
      taxable: true,
      glAccountId: income,
    },
    {
      code: 'CAP-4505',
      name: 'Capacitor 45/5',
      kind: 'Material',
      price: 890_000,
      cost: 121_000,
      taxable: true,
      glAccountId: income,
    },
    {
      code: 'WH-50G',
      name: 'Water heater 50 gal',
      kind: 'Equipment',
      price: 14_900_000,
      cost: 7_120_000,
      taxable: true,
      glAccountId: income,
    },
  ]);
  const technicians = await addTechnicians(tx, add, chance, technicianCount, units, zones, skill);
  await add('inventory_locations', [
    { name: 'Warehouse Quincy', kind: 'Warehouse', technicianId: null },
    { name: 'Warehouse Chicago', kind: 'Warehouse', technicianId: null },
    ...technicians
      .slice(0, 30)
      .map(({ id, name }) => ({ name: `Truck ${name}`, kind: 'Truck', technicianId: id })),
  ]);
  return {
    units,
    jobTypes,
    technicians,
    zones,
    campaignIds: await add(
      'campaigns',
      named(['Google Ads', 'Phone book', 'Referral', 'Repeat customer', 'Yard sign']),
    ),
    tagIds: await add('tags', [
      { name: 'Dog in yard', color: 'warning' },
      { name: 'Gate code', color: 'neutral' },
      { name: 'Gold plan', color: 'info' },
      { name: 'Recall', color: 'danger' },
    ]),
    holdReasonIds: await add(
      'reasons',
      ['Waiting for parts', 'Customer not home', 'Permit'].map((name) => ({ name, kind: 'Hold' })),
    ),
    cancelReasonIds: await add(
      'reasons',
      ['Customer canceled', 'Booked twice', 'Fixed itself'].map((name) => ({ name, kind: 'Cancel' })),
    ),
    taxZoneIds: { MA: ma, IL: il },
    skuOf: new Map(
      jobTypes.map((type, index) => [
        type.id,
        { id: skuIds[index]!, price: type.price, cost: costOf(type.price), name: type.name },
      ]),
    ),
    incomeAccountId: income,
  };
}

async function addTechnicians(
  _tx: Transaction,
  add: (table: string, rows: readonly Record<string, unknown>[]) => Promise<Id[]>,
  chance: Chance,
  count: number,
  units: readonly DemoUnit[],
  zones: ReadonlyMap<string, Id>,
  skill: ReadonlyMap<string, Id>,
): Promise<DemoTechnician[]> {
  const made = Array.from({ length: count }, (_, index) => {
    const unit = units.find((one) => one.trade === STAFF[index % STAFF.length])!;
    const towns = unit.trade === 'Electrical' ? CENTRAL_TOWNS : EASTERN_TOWNS;
    const home = towns[index % towns.length]!;
    const skills = TRADE_SKILLS[unit.trade].filter((_, at) => at === index % 2 || chance.happens(0.75));
    return {
      unit,
      name: `${FIRST_NAMES[(index * 7) % FIRST_NAMES.length]} ${LAST_NAMES[(index * 11 + 3) % LAST_NAMES.length]}`,
      skillIds: skills.map((name) => skill.get(name)!),
      zoneIds: [zones.get(home[5])!, ...(chance.happens(0.6) ? [zones.get(chance.pick(towns)[5])!] : [])],
      latitude: home[3],
      longitude: home[4],
    };
  });
  const ids = await add(
    'technicians',
    made.map(({ unit, ...one }, index) => ({
      ...one,
      businessUnitId: unit.id,
      phone: `(617) 555-01${String(index % 100).padStart(2, '0')}`,
      email: `tech${index + 1}@example.com`,
    })),
  );
  // Names of a large demo repeat; ids keep them apart.
  return made.map((one, index) => ({ ...one, id: ids[index]! }));
}
