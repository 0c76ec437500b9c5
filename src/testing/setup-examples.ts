/** A record of every set-up kind. */
import type { Id } from '#domain/ids.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import type { Company } from './company.ts';

/** One of each kind, as little as it needs. @param made those already there, for kinds that name another */
export const setupExamples = (
  { businessUnitId, technicianIds: [ana] }: Pick<Company, 'businessUnitId' | 'technicianIds'>,
  made: Partial<Record<SetupKind, Id>> = {},
): Record<SetupKind, SetupValues> => ({
  businessUnit: { name: 'Electrical' },
  jobType: { name: 'No heat' },
  campaign: { name: 'Radio' },
  technician: { name: 'Omar Haddad', businessUnitId },
  shiftPattern: { technicianId: ana!, validFrom: '2026-11-01' },
  eventPattern: {
    technicianId: ana!,
    name: 'Safety meeting',
    validFrom: '2026-11-23',
    validUntil: '2026-11-23',
  },
  holdingLane: { name: 'North, waiting' },
  technicianCost: { technicianId: ana!, validFrom: '2026-11-01', hourlyCost: 405_000 },
  reason: { name: 'Weather', kind: 'Hold' },
  skill: { name: 'Gas' },
  zone: { name: 'North' },
  arrivalWindow: { name: 'Morning' },
  capacityRule: { name: 'Keep for urgent' },
  driveRule: { name: 'City' },
  tag: { name: 'VIP' },
  projectStatus: { name: 'Planning' },
  projectSubStatus: { name: 'Waiting for permit', statusId: made.projectStatus ?? 0 },
  projectType: { name: 'Change-out' },
  customField: { label: 'Gate code' },
  purchaseOrderType: { name: 'Stock' },
  returnType: { name: 'Defective' },
  inventoryLocation: { name: 'Truck 7', kind: 'Truck', technicianId: ana! },
  paymentTerm: { name: 'Net 30', dueInDays: 30 },
  glAccount: { number: '4000', name: 'Income', kind: 'Income' },
  taxZone: { name: 'Ohio' },
  taxRate: { name: 'Sales tax', taxZoneId: made.taxZone ?? 0, rate: 57_500, validFrom: '2026-11-01' },
  paymentType: { name: 'Check' },
  accountingPeriod: { name: 'November 2026', startsOn: '2026-11-01', endsOn: '2026-11-30' },
  markupRule: { name: 'Small parts', markup: 500_000 },
  approvalLimit: { role: 'purchasing', limitCents: 250_000 },
});
