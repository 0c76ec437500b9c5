/** A small company for the tests of the booking form; nothing of the product imports this. */
import type { Customer } from '#contract/customer.ts';
import type { CurrentUser } from '#contract/session.ts';
import type { Setup } from '#contract/setup.ts';
import { instant } from '#domain/time.ts';

const named = (id: number, name: string) => ({ id, name, active: true });

export const exampleSetup: Setup = {
  companyName: 'North Air',
  businessUnits: [
    { ...named(1, 'HVAC'), timeZone: 'America/New_York', currency: 'USD', defaultCampaignId: null },
    { ...named(2, 'Plumbing'), timeZone: 'America/New_York', currency: 'USD', defaultCampaignId: null },
  ],
  jobTypes: [
    {
      ...named(11, 'No cool'),
      businessUnitIds: [1],
      skillIds: [31],
      durationMinutes: 90,
      priority: 'High',
      keywords: 'not cooling, ac out',
    },
    {
      ...named(12, 'Leak repair'),
      businessUnitIds: [2],
      skillIds: [],
      durationMinutes: 60,
      priority: 'Normal',
      keywords: 'drip, water under sink',
    },
  ],
  technicians: [{ ...named(21, 'Ana Reyes'), businessUnitId: 1, team: '', skillIds: [31], zoneIds: [] }],
  holdingLanes: [],
  campaigns: [named(41, 'Google Ads'), named(42, 'Referral')],
  tags: [{ ...named(51, 'Gate code'), color: 'warning' }],
  reasons: [],
  arrivalWindows: [],
  zones: [named(41, 'North')],
  skills: [named(31, 'Cooling')],
  taxZones: [],
  paymentTerms: [],
  customFields: [],
};

export const requiredField: Setup['customFields'][number] = {
  id: 61,
  owner: 'job',
  key: 'po_contact',
  label: 'PO contact',
  kind: 'Text',
  choices: [],
  requiredAtBooking: true,
  active: true,
};

export const exampleUser: CurrentUser = {
  id: 1,
  name: 'Mia Tran',
  email: 'csr@demo.test',
  tenantId: 1,
  companyName: 'North Air',
  roles: ['csr'],
  rights: ['assignsWhileBooking'],
  businessUnitIds: null,
};

export const exampleCustomer = (changes: Partial<Customer> = {}): Customer => ({
  id: 7,
  version: 1,
  name: 'Maria Lopez',
  type: 'Residential',
  externalKey: null,
  doNotService: false,
  tagIds: [],
  memo: '',
  active: true,
  createdOn: instant('2024-05-01T12:00:00Z'),
  modifiedOn: instant('2024-05-01T12:00:00Z'),
  locations: [
    {
      id: 8,
      version: 1,
      customerId: 7,
      name: '',
      street: '12 Main St',
      unit: '',
      city: 'Quincy',
      state: 'MA',
      zip: '02169',
      country: 'US',
      latitude: null,
      longitude: null,
      timeZone: null,
      zoneId: null,
      taxZoneId: null,
      memo: '',
      businessHours: null,
      externalKey: null,
      active: true,
      point: null,
    },
  ],
  contacts: [
    {
      id: 9,
      version: 1,
      customerId: 7,
      locationId: null,
      kind: 'Phone',
      value: '6175550142',
      memo: '',
      mayMessage: true,
      externalKey: null,
      active: true,
    },
  ],
  ...changes,
});
