/** What fields may be given that name other records or keep to a rule of their own; all else comes from the schema. */
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import type { Id } from '#domain/ids.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import type { Ground } from '../sweep/ground.ts';
import type { Pool } from './values.ts';

/** Records the edited ones may name. They are not edited themselves, so that none goes out of use meanwhile. */
export async function makePool({ company, mine }: Ground): Promise<Pool> {
  const admin = company.person('admin');
  const made = async (kind: SetupKind, values: SetupValues) =>
    (
      await admin.call(setupEndpoint(kind, 'create'), {
        key: `pool ${JSON.stringify(values)}`,
        body: { kind, values },
      })
    ).record;
  const choice = async (kind: SetupKind, known: Id | null, values: SetupValues) => [
    known,
    (await made(kind, values)).id,
  ];
  const keyOf = async (owner: string) => {
    const { id } = await made('customField', { label: `Panel of the ${owner}`, owner });
    return (await admin.call('setup.get')).customFields.find((one) => one.id === id)!.key;
  };
  const list = (...ids: (Id | null | undefined)[]) => [[], ...ids.filter((id) => id).map((id) => [id])];
  const payer = await company.book({ name: 'Somebody else' });
  const paid = await admin.call('vendors.create', {
    key: 'pool vendor',
    body: { name: 'Receivables', street: '2 Dock St', city: 'Quincy' },
  });
  const [ana, sam] = company.technicianIds;
  const closed = await made('projectStatus', { name: 'Closed by then', closes: true });
  const permit = await made('projectSubStatus', { name: 'Second permit', statusId: mine.projectStatusId });
  const skills = await choice('skill', null, { name: 'Solar' });
  const campaigns = await choice('campaign', company.campaignId, { name: 'Billboard' });
  const urgent = await made('purchaseOrderType', { name: 'Urgent' });
  const core = await made('returnType', { name: 'Core', takesFromStock: false });
  const shelf = await made('inventoryLocation', { name: 'Second shelf', kind: 'Warehouse' });
  const units = [company.businessUnitId, company.otherUnitId];
  return {
    businessUnitId: units,
    businessUnitIds: list(...units),
    jobTypeId: await choice('jobType', company.jobTypeId, { name: 'Second look' }),
    campaignId: campaigns,
    defaultCampaignId: campaigns,
    billToCustomerId: [mine.customerId, payer.job.customerId],
    tagIds: list(mine.tagId),
    skillIds: list(skills[1]),
    zoneIds: list(mine.zoneId),
    zoneId: [null, mine.zoneId],
    taxZoneId: [null, mine.taxZoneId],
    // A vendor it is paid through.
    remittanceVendorId: [null, paid.vendor.id],
    paymentTermId: [null, mine.setup.paymentTerm],
    // Of what a vendor sells: from below upwards.
    priceBreaks: [
      [],
      [{ from: 100_000, cost: 80_000 }],
      [
        { from: 100_000, cost: 80_000 },
        { from: 500_000, cost: 70_000 },
      ],
    ],
    'purchaseOrder typeId': [mine.setup.purchaseOrderType, urgent.id],
    'vendorReturn typeId': [mine.setup.returnType, core.id],
    // No more than the goods are worth.
    restockingFeeCents: [0, 100, 250],
    paymentTypeId: [mine.paymentTypeId],
    paidOn: ['2026-11-18', '2026-11-19', '2026-11-20'],
    vendorId: [mine.vendorId, paid.vendor.id],
    inventoryLocationId: [mine.setup.inventoryLocation, shelf.id],
    jobId: [null, mine.card.job.id],
    invoiceDate: ['2026-11-20', '2026-11-21'],
    dueDate: ['2027-01-20', '2027-01-21'],
    projectId: [null, mine.projectId],
    purchaseForCustomerId: [null, mine.customerId],
    date: ['2026-11-20', '2026-11-21'],
    requiredOn: ['2026-11-25', '2026-11-27'],
    shippingDate: [null, '2026-11-24', '2026-11-26'],
    shipToPhone: ['', '617 555 0144'],
    tax: [
      { kind: 'Rate', rate: 0 },
      { kind: 'Rate', rate: 62_500 },
      { kind: 'Typed', cents: 125 },
    ],
    technicianId: [null, ana],
    typeId: [null, mine.projectTypeId],
    statusId: [mine.projectStatusId, closed.id],
    subStatusId: [null, mine.projectSubStatusId, permit.id],
    managerUserIds: list(120, 121),
    managerTechnicianIds: list(ana, sam),
    customFields: [{}, { [await keyOf('job')]: '100 A' }, { [await keyOf('project')]: '200 A' }],
    timeZone: ['America/New_York', 'America/Denver', 'Europe/Berlin'],
    // Else nobody could book any more.
    requiredAtBooking: [false],
    country: ['US', 'CA'],
    currency: ['USD', 'CAD', 'EUR'],
    // Of a contact: a phone number.
    value: ['617 555 0142', '617 555 0199', '617 555 0117 x4'],
    phone: ['', '617 555 0142', '617 555 0188'],
    fax: ['', '617 555 0143', '617 555 0189'],
    email: ['', 'first@acme.test', 'second@acme.test'],
    businessHours: [
      null,
      [{ weekday: 1, startMinute: 480, endMinute: 720 }],
      [{ weekday: 2, startMinute: 0, endMinute: 60 }],
    ],
    weekdays: [
      [1, 2, 3],
      [4, 5],
      [0, 1, 2, 3, 4, 5, 6],
    ],
    exceptDays: [[], ['2026-12-24'], ['2026-12-24', '2026-12-25']],
    validFrom: ['2026-11-01', '2026-11-08'],
    validUntil: [null, '2027-03-01', '2027-04-01'],
    startMinute: [0, 360, 420, 480],
    endMinute: [600, 720, 960, 1440],
    startsOn: [null, '2026-09-01', '2026-09-14'],
    targetCompletion: [null, '2026-12-01', '2026-12-15'],
    actualCompletion: [null, '2026-11-02', '2026-11-09'],
    start: ['2026-11-25T12:00:00.000Z', '2026-11-25T12:30:00.000Z', '2026-11-25T13:00:00.000Z'],
    end: ['2026-11-25T15:00:00.000Z', '2026-11-25T15:30:00.000Z', '2026-11-25T16:00:00.000Z'],
  };
}
