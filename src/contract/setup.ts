/** The set-up lists every screen needs, in one read: business units, job types, technicians, reasons … */
import { z } from 'zod';
import { JOB_PRIORITIES } from '#domain/job/job-card.ts';
import { CUSTOM_FIELD_KINDS, CUSTOM_FIELD_OWNERS } from '#domain/setup/record-kinds.ts';
import { REASON_KINDS } from '#domain/setup/work-kinds.ts';
import { id } from './scalars.ts';

const named = { id, name: z.string(), active: z.boolean() };

export const setup = z.strictObject({
  companyName: z.string(),
  businessUnits: z.array(
    z.strictObject({
      ...named,
      timeZone: z.string(),
      currency: z.string(),
      /** How most of its callers found it. */
      defaultCampaignId: id.nullable(),
    }),
  ),
  jobTypes: z.array(
    z.strictObject({
      ...named,
      businessUnitIds: z.array(id),
      skillIds: z.array(id),
      durationMinutes: z.int(),
      priority: z.enum(JOB_PRIORITIES),
      /** Words callers use for it, separated by commas (domain/booking-words.ts). */
      keywords: z.string(),
    }),
  ),
  technicians: z.array(
    z.strictObject({
      ...named,
      businessUnitId: id,
      /** '': none. */
      team: z.string(),
      skillIds: z.array(id),
      zoneIds: z.array(id),
    }),
  ),
  /** In their order on the board. */
  holdingLanes: z.array(z.strictObject({ ...named, businessUnitId: id.nullable() })),
  campaigns: z.array(z.strictObject(named)),
  tags: z.array(z.strictObject({ ...named, color: z.string() })),
  reasons: z.array(z.strictObject({ ...named, kind: z.enum(REASON_KINDS) })),
  zones: z.array(z.strictObject(named)),
  skills: z.array(z.strictObject(named)),
  taxZones: z.array(z.strictObject(named)),
  paymentTerms: z.array(z.strictObject(named)),
  /** Promised on the phone, in local minutes of the place; weekdays 0 Sunday … 6 Saturday. */
  arrivalWindows: z.array(
    z.strictObject({
      ...named,
      businessUnitId: id.nullable(),
      startMinute: z.int(),
      endMinute: z.int(),
      weekdays: z.array(z.int()),
    }),
  ),
  customFields: z.array(
    z.strictObject({
      id,
      owner: z.enum(CUSTOM_FIELD_OWNERS),
      key: z.string(),
      label: z.string(),
      kind: z.enum(CUSTOM_FIELD_KINDS),
      /** Of a choice: what can be chosen, in that order. */
      choices: z.array(z.string()),
      requiredAtBooking: z.boolean(),
      active: z.boolean(),
    }),
  ),
});
export type Setup = z.output<typeof setup>;
