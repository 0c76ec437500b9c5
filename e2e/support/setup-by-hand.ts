/** The set-up lists filled in by hand: what a person has to type into the form of each, and the ground it stands on. */
import type { Locator, Page } from '@playwright/test';
import { routes } from '#contract/routes.ts';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { SETUP_KIND_NAMES, type SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { call } from './board.ts';
import { expect } from './test.ts';

type Made = { record: { id: number; version: number } };
export const make = async (page: Page, kind: SetupKind, values: SetupValues): Promise<number> => {
  const { path } = routes[setupEndpoint(kind, 'create')];
  return (await call<Made>(page, 'POST', path, { kind, values })).record.id;
};
export const panel = (page: Page, title: string) => page.getByRole('complementary', { name: title });

/** A unit and a technician of this journey alone: what it sets up must not change what others are offered. */
export async function ground(page: Page, name: string) {
  const businessUnitId = await make(page, 'businessUnit', { name: `${name} unit` });
  const technicianId = await make(page, 'technician', { name: `${name} tech`, businessUnitId });
  return { businessUnitId, technicianId };
}
type Ground = Awaited<ReturnType<typeof ground>>;

export const pick = async (form: Locator, label: string, name: string) => {
  await form.getByRole('combobox', { name: label }).fill(name);
  await form.page().getByRole('option', { name }).click();
};
const fillName = (form: Locator, name: string) =>
  form.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
const ofUnit = async (form: Locator, name: string) => {
  await fillName(form, name);
  await pick(form, 'Business unit', `${name} unit`);
};
const last = (form: Locator) => form.getByLabel('Order').fill('999');

/** Of these a company has as many as there are roles: settings-limits.spec.ts. */
const FEW = ['approvalLimit'] as const satisfies readonly SetupKind[];
export type Many = Exclude<SetupKind, (typeof FEW)[number]>;
export const MANY = SETUP_KIND_NAMES.filter((kind): kind is Many => !FEW.some((few) => few === kind));
const choose = async (form: Locator, label: string, choice: string) => {
  await form.getByRole('combobox', { name: label }).click();
  await form.page().getByRole('option', { name: choice, exact: true }).click();
};

let periods = 0;

/** What a person has to fill in. */
export const FILL: Readonly<Record<Many, (form: Locator, name: string) => Promise<unknown>>> = {
  businessUnit: fillName,
  jobType: fillName,
  campaign: fillName,
  technician: ofUnit,
  shiftPattern: async (form, name) => {
    await pick(form, 'Technician', `${name} tech`);
    await fillName(form, name);
  },
  eventPattern: async (form, name) => {
    await pick(form, 'Technician', `${name} tech`);
    await form.getByLabel('What it is').fill(name);
  },
  holdingLane: async (form, name) => {
    await fillName(form, name);
    await last(form);
  },
  technicianCost: async (form, name) => {
    await pick(form, 'Technician', `${name} tech`);
    await form.getByLabel('Cost per hour').fill('34.5');
  },
  reason: async (form, name) => {
    await fillName(form, name);
    await choose(form, 'For', 'Hold');
  },
  skill: fillName,
  zone: fillName,
  arrivalWindow: async (form, name) => {
    await ofUnit(form, name);
    // From eight to ten everybody has one already; before work nobody does.
    await form.getByRole('textbox', { name: 'From' }).fill('6:00');
    await form.getByRole('textbox', { name: 'Until' }).fill('7:30');
  },
  capacityRule: ofUnit,
  driveRule: fillName,
  projectStatus: async (form, name) => {
    await fillName(form, name);
    await last(form);
  },
  projectSubStatus: async (form, name) => {
    await fillName(form, name);
    await pick(form, 'Of the status', `${name} status`);
    await last(form);
  },
  projectType: fillName,
  tag: fillName,
  customField: async (form, name) => {
    await fillName(form, name);
    await last(form);
  },
  purchaseOrderType: fillName,
  returnType: fillName,
  inventoryLocation: async (form, name) => {
    await fillName(form, name);
    await expect(form.getByRole('combobox', { name: 'Technician' })).toHaveCount(0);
    await choose(form, 'Kind', 'Truck');
    await pick(form, 'Technician', `${name} tech`);
  },
  paymentTerm: async (form, name) => {
    await fillName(form, name);
    await choose(form, 'Due', 'On a day of next month');
    await form.getByLabel('Day of the month').fill('15');
  },
  glAccount: async (form, name) => {
    await form.getByRole('textbox', { name: 'Number' }).fill(name);
    await fillName(form, name);
    await choose(form, 'Kind', 'Expense');
  },
  taxZone: fillName,
  paymentType: fillName,
  // Nobody else's days: the names of one run are one after the other.
  accountingPeriod: async (form, name) => {
    await fillName(form, name);
    const on = `${1991 + Math.floor(periods / 28)}-01-${String(1 + (periods++ % 28)).padStart(2, '0')}`;
    await form.getByLabel('First day').fill(on);
    await form.getByLabel('Last day').fill(on);
  },
  markupRule: async (form, name) => {
    await fillName(form, name);
    await form.getByLabel('Markup, %').fill('50');
  },
  taxRate: async (form, name) => {
    await fillName(form, name);
    await pick(form, 'Tax zone', `${name} zone`);
    await form.getByLabel('Rate, %').fill('6.25');
  },
};
/** What the form calls the field people know a record by. */
export const titleOf = (kind: SetupKind): string => {
  const { fields, naming } = setupKind(kind);
  return fields.find((field) => field.name === naming)!.title;
};

/** Set-up that names a record of the kind, so that taking it out of use has something to say. */
export const NAMING: Readonly<
  Partial<Record<Many, (id: number, name: string, of: Ground) => [SetupKind, SetupValues]>>
> = {
  businessUnit: (businessUnitId, name) => ['technician', { name: `${name} user`, businessUnitId }],
  jobType: (jobTypeId, name) => ['capacityRule', { name: `${name} user`, jobTypeId }],
  campaign: (defaultCampaignId, name) => ['businessUnit', { name: `${name} user`, defaultCampaignId }],
  technician: (technicianId, name) => [
    'shiftPattern',
    { technicianId, name: `${name} user`, validFrom: '2031-01-06' },
  ],
  skill: (id, name) => ['jobType', { name: `${name} user`, skillIds: [id] }],
  zone: (id, name, { businessUnitId }) => [
    'technician',
    { name: `${name} user`, businessUnitId, zoneIds: [id] },
  ],
  projectStatus: (statusId, name) => ['projectSubStatus', { name: `${name} user`, statusId, position: 999 }],
  paymentTerm: (paymentTermId, name) => ['businessUnit', { name: `${name} user`, paymentTermId }],
  taxZone: (taxZoneId, name) => [
    'taxRate',
    { name: `${name} user`, taxZoneId, rate: 1, validFrom: '2031-01-06' },
  ],
};
