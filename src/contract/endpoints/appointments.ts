/** Schemas of the commands on one appointment. */

import { z } from 'zod';
import { APPOINTMENT_STATUSES } from '#domain/job/job-card.ts';
import * as asked from '../appointment-commands.ts';
import { bulkAppointments, bulkDone } from '../bulk.ts';
import type { Schemas } from '../endpoint.ts';
import { appointmentPage, jobsWritten } from '../job.ts';
import { assign, bare, unassign, withReason } from '../job-commands.ts';
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
    responses: { 200: appointmentPage },
  },
  'appointments.bulk': { body: bulkAppointments, responses: { 200: bulkDone } },
  'appointments.rearrange': { body: rearrange, responses: { 200: jobsWritten } },
  'appointments.reschedule': command(asked.reschedule),
  'appointments.hold': command(withReason),
  'appointments.release': command(bare),
  'appointments.confirm': command(bare),
  'appointments.unconfirm': command(bare),
  'appointments.instructions': command(asked.setInstructions),
  'appointments.externalKey': command(asked.setExternalKey),
  'appointments.split': { params: byId, body: splitVisit, responses: { 201: jobsWritten } },
  'appointments.duplicate': { params: byId, body: duplicateVisit, responses: { 201: jobsWritten } },
  'appointments.delete': command(bare),
  'appointments.assign': command(assign),
  'appointments.unassign': command(unassign),
  'appointments.reassign': command(asked.reassign),
  'appointments.park': command(asked.park),
  'appointments.unpark': command(bare),
  'appointments.dispatch': command(asked.technicianStep),
  'appointments.cancelDispatch': command(asked.technicianStep),
  'appointments.arrive': command(asked.technicianStep),
  'appointments.pause': command(asked.technicianStep),
  'appointments.resumeWork': command(asked.technicianStep),
  'appointments.leave': command(asked.leave),
} as const satisfies Record<keyof typeof rows, Schemas>;
