/** The demo company's set-up lists: units, zones, skills, job types, reasons, tax, accounts, SKUs, technicians. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type UnitPrice, unitPriceFromDecimal } from '#domain/money.ts';
import type { Day, Instant } from '#domain/time.ts';
import { rowAdder } from './add-rows.ts';
import { addBooks } from './books.ts';
import { addCatalogues } from './catalogues.ts';
import type { DemoHours } from './hours.ts';
import { costOf, JOB_TYPES, KEYWORDS, SKILLS, type Trade } from './job-types.ts';
import { CENTRAL_TOWNS, EASTERN_TOWNS } from './names.ts';
import type { Dice } from './random.ts';
import { addSkus, addStock } from './skus.ts';
import { addTechnicians } from './technicians.ts';

export type DemoUnit = { id: Id; name: string; timeZone: string; trade: Trade };
export type DemoJobType = {
  id: Id;
  name: string;
  trade: Trade;
  minutes: number;
  priority: string;
  skillIds: Id[];
  price: UnitPrice;
};
export type DemoTechnician = {
  id: Id;
  name: string;
  unit: DemoUnit;
  skillIds: Id[];
  zoneIds: Id[];
  hours: DemoHours;
};
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

const WINDOW_NAMES = ['Early morning', 'Late morning', 'Noon', 'Afternoon', 'Evening'];
/** 8–10 to 4–6 every day, as the demo works every day; on Saturdays a long morning for those who work all week. */
const ARRIVAL_WINDOWS = [
  ...WINDOW_NAMES.map((name, index) => ({
    name,
    businessUnitId: null,
    startMinute: (8 + 2 * index) * 60,
    endMinute: (10 + 2 * index) * 60,
    weekdays: [0, 1, 2, 3, 4, 5, 6],
  })),
  { name: 'Saturday morning', businessUnitId: null, startMinute: 480, endMinute: 720, weekdays: [6] },
];

const HOLDING_LANES = ['Gaps to fill', 'North, this week'];

/** Room kept in the morning for what cannot wait; tune-ups may be promised beyond what fits, some always cancel. */
const capacityRules = ([hvac, plumbing]: readonly Id[], typeIds: readonly Id[]) => {
  const rule = {
    businessUnitId: null,
    jobTypeId: null,
    priority: null,
    startMinute: null,
    endMinute: null,
    reservePercent: 0,
    overbookPercent: 0,
  };
  return [
    {
      ...rule,
      name: 'HVAC mornings keep room',
      businessUnitId: hvac,
      startMinute: 480,
      endMinute: 720,
      reservePercent: 15,
    },
    {
      ...rule,
      name: 'HVAC mornings, urgent',
      businessUnitId: hvac,
      priority: 'Urgent',
      startMinute: 480,
      endMinute: 720,
    },
    { ...rule, name: 'Plumbing keeps a tenth', businessUnitId: plumbing, reservePercent: 10 },
    { ...rule, name: 'Plumbing, urgent', businessUnitId: plumbing, priority: 'Urgent' },
    {
      ...rule,
      name: 'Tune-ups overbook a tenth',
      jobTypeId: typeIds[JOB_TYPES.findIndex(([, name]) => name === 'Tune-up')],
      overbookPercent: 10,
    },
  ];
};

export async function insertSetUp(
  tx: Transaction,
  at: Instant,
  chance: Dice,
  technicianCount: number,
  days: { from: Day; until: Day | null },
): Promise<DemoSetUp> {
  const named = (names: readonly string[]) => names.map((name) => ({ name }));
  const add = rowAdder(tx, at);
  const { ma, il, net30, income, glDefaults, vendors } = await addBooks(add);
  const common = { currency: 'USD', ...glDefaults };
  const eastern = { ...common, timeZone: 'America/New_York', taxZoneId: ma, paymentTermId: null };
  const unitIds = await add('business_units', [
    { name: 'HVAC', ...eastern },
    { name: 'Plumbing', ...eastern },
    {
      name: 'Electrical Chicago',
      ...common,
      timeZone: 'America/Chicago',
      taxZoneId: il,
      paymentTermId: net30,
    },
  ]);
  await add('arrival_windows', ARRIVAL_WINDOWS);
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
      keywords: KEYWORDS[name] ?? '',
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
  await add('capacity_rules', capacityRules(unitIds, typeIds));
  const { services: skuIds, parts } = await addSkus(add, income);
  await addCatalogues(add, vendors, parts);
  const technicians = await addTechnicians(add, chance, technicianCount, days, units, zones, skill);
  const places = await add('inventory_locations', [
    { name: 'Warehouse Quincy', kind: 'Warehouse', technicianId: null },
    { name: 'Warehouse Chicago', kind: 'Warehouse', technicianId: null },
    ...technicians
      .slice(0, 30)
      .map(({ id, name }) => ({ name: `Truck ${name}`, kind: 'Truck', technicianId: id })),
  ]);
  await addStock(tx, at, add, { parts, places });
  const campaignIds = await add(
    'campaigns',
    named(['Google Ads', 'Phone book', 'Referral', 'Repeat customer', 'Yard sign']),
  );
  await tx.query(`update company.business_units set default_campaign_id = $2 where tenant_id = $1`, [
    tx.tenantId,
    campaignIds[0],
  ]);
  await add(
    'holding_lanes',
    HOLDING_LANES.map((name, position) => ({ name, businessUnitId: null, position })),
  );
  return {
    units,
    jobTypes,
    technicians,
    zones,
    campaignIds,
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
