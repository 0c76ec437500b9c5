/** Which commands a card, an appointment or a technician's assignment is open for now: the buttons of a screen. */
import type { Id } from '../ids.ts';
import { appointmentOf, assignmentsOf } from './card.ts';
import type { JobCommandType } from './commands.ts';
import { appointmentGate, assignmentGate, jobGate } from './gate.ts';
import type { JobCard } from './job-card.ts';
import {
  APPOINTMENT_COMMANDS,
  type AppointmentLevelCommand,
  ASSIGNMENT_COMMANDS,
  type AssignmentLevelCommand,
  JOB_COMMANDS,
} from './transitions.ts';

const NOBODY: ReadonlySet<Id> = new Set();
const isOnAssignment = (type: AppointmentLevelCommand): type is AssignmentLevelCommand =>
  (ASSIGNMENT_COMMANDS as readonly string[]).includes(type);

/**
 * Through the same gate as `decideJob`. Without `on`: commands on the job. With an appointment: commands on it, and
 * `reassign` while nobody is assigned (from the tray). With a technician too: commands on that assignment;
 * `workingElsewhere` closes arrive and resume for technicians who are at work on other jobs.
 */
export function commandsFor(
  card: JobCard,
  on?: {
    readonly appointmentId: Id;
    readonly technicianId?: Id;
    readonly workingElsewhere?: ReadonlySet<Id>;
  },
): readonly JobCommandType[] {
  if (!on) return JOB_COMMANDS.filter((type) => jobGate(card, type) === null);
  const appointment = appointmentOf(card, on.appointmentId);
  const { technicianId, workingElsewhere = NOBODY } = on;
  if (technicianId !== undefined) {
    return ASSIGNMENT_COMMANDS.filter(
      (type) => assignmentGate(card, appointment, technicianId, type, workingElsewhere) === null,
    );
  }
  const inTray = assignmentsOf(card, appointment.id).length === 0;
  return APPOINTMENT_COMMANDS.filter(
    (type) =>
      (!isOnAssignment(type) || (type === 'reassign' && inTray)) &&
      appointmentGate(card, appointment, type) === null,
  );
}
