/** The set-up lists every screen needs, in one read: business units, job types, technicians, reasons … */
import { z } from 'zod';
import { JOB_PRIORITIES } from '#domain/job/job-card.ts';
import { id } from './scalars.ts';

const named = { id, name: z.string(), active: z.boolean() };

export const setup = z.strictObject({
  companyName: z.string(),
  businessUnits: z.array(z.strictObject({ ...named, timeZone: z.string(), currency: z.string() })),
  jobTypes: z.array(
    z.strictObject({
      ...named,
      businessUnitIds: z.array(id),
      skillIds: z.array(id),
      durationMinutes: z.int(),
      priority: z.enum(JOB_PRIORITIES),
    }),
  ),
  technicians: z.array(
    z.strictObject({ ...named, businessUnitId: id, skillIds: z.array(id), zoneIds: z.array(id) }),
  ),
  campaigns: z.array(z.strictObject(named)),
  tags: z.array(z.strictObject({ ...named, color: z.string() })),
  reasons: z.array(z.strictObject({ ...named, kind: z.enum(['Hold', 'Cancel']) })),
  zones: z.array(z.strictObject(named)),
  skills: z.array(z.strictObject(named)),
  taxZones: z.array(z.strictObject(named)),
  customFields: z.array(
    z.strictObject({
      id,
      owner: z.enum(['job', 'customer', 'location']),
      key: z.string(),
      label: z.string(),
      kind: z.enum(['Text', 'Instant', 'Number']),
      requiredAtBooking: z.boolean(),
      active: z.boolean(),
    }),
  ),
});
export type Setup = z.output<typeof setup>;
