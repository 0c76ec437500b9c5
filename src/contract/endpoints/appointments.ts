/** Schemas of the commands on one appointment. */

import { z } from 'zod';
import { APPOINTMENT_STATUSES } from '#domain/job/job-card.ts';
import { bulkAppointments, bulkDone } from '../bulk.ts';
import type { Schemas } from '../endpoint.ts';
import * as jobs from '../job.ts';
import { duplicateVisit, rearrange, splitVisit } from '../rearrangement.ts';
import type { appointments as rows } from '../routes/appointments.ts';
import { idListText, idText, instant, pageQuery } from '../scalars.ts';
import { byId, command } from './by-id.ts';

export const appointmentsSchemas = {
  'appointments.list': {
    query: z.strictObject({
      q: z.string().max(200).optional(),
      /** Overlapping [from, to). */
      from: instant.optional(),
      to: instant.optional(),
      status: z
        .string()
        .transform((list) => list.split(','))
        .pipe(z.array(z.enum(APPOINTMENT_STATUSES)))
        .optional(),
      confirmed: z.enum(['yes', 'no']).optional(),
      /** `none`: nobody is assigned yet. */
      technicianId: z.union([idText, z.literal('none')]).optional(),
      businessUnitIds: idListText.optional(),
      jobTypeIds: idListText.optional(),
      jobId: idText.optional(),
      projectId: idText.optional(),
      customerId: idText.optional(),
      ...pageQuery,
    }),
    responses: { 200: jobs.appointmentPage },
  },
  'appointments.bulk': { body: bulkAppointments, responses: { 200: bulkDone } },
  'appointments.rearrange': { body: rearrange, responses: { 200: jobs.jobsWritten } },
  'appointments.reschedule': command(jobs.reschedule),
  'appointments.hold': command(jobs.withReason),
  'appointments.release': command(jobs.bare),
  'appointments.confirm': command(jobs.bare),
  'appointments.unconfirm': command(jobs.bare),
  'appointments.instructions': command(jobs.setInstructions),
  'appointments.externalKey': command(jobs.setExternalKey),
  'appointments.split': { params: byId, body: splitVisit, responses: { 201: jobs.jobsWritten } },
  'appointments.duplicate': { params: byId, body: duplicateVisit, responses: { 201: jobs.jobsWritten } },
  'appointments.delete': command(jobs.bare),
  'appointments.assign': command(jobs.assign),
  'appointments.unassign': command(jobs.unassign),
  'appointments.reassign': command(jobs.reassign),
  'appointments.park': command(jobs.park),
  'appointments.unpark': command(jobs.bare),
  'appointments.dispatch': command(jobs.technicianStep),
  'appointments.cancelDispatch': command(jobs.technicianStep),
  'appointments.arrive': command(jobs.technicianStep),
  'appointments.pause': command(jobs.technicianStep),
  'appointments.resumeWork': command(jobs.technicianStep),
  'appointments.leave': command(jobs.leave),
} as const satisfies Record<keyof typeof rows, Schemas>;
