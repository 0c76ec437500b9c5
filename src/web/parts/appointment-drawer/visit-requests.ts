/** One command on a job or visit as a screen asks for it: what to send, and what to say when it is done. */
import type { MutationOptions } from '@tanstack/react-query';
import type { ResultOf } from '#contract/endpoints.ts';
import type { AppointmentView } from '#contract/job.ts';
import { appointmentMutations, type CommandInput, jobMutations } from '../../data/jobs.ts';

export type Written = ResultOf<'jobs.update'>;

const OPTIONS = {
  'jobs.hold': jobMutations.hold,
  'jobs.resume': jobMutations.resume,
  'jobs.cancel': jobMutations.cancel,
  'jobs.removeCancellation': jobMutations.removeCancellation,
  'jobs.complete': jobMutations.complete,
  'jobs.reopen': jobMutations.reopen,
  'appointments.reschedule': appointmentMutations.reschedule,
  'appointments.reassign': appointmentMutations.reassign,
  'appointments.assign': appointmentMutations.assign,
  'appointments.unassign': appointmentMutations.unassign,
  'appointments.park': appointmentMutations.park,
  'appointments.unpark': appointmentMutations.unpark,
  'appointments.hold': appointmentMutations.hold,
  'appointments.release': appointmentMutations.release,
  'appointments.confirm': appointmentMutations.confirm,
  'appointments.unconfirm': appointmentMutations.unconfirm,
  'appointments.instructions': appointmentMutations.setInstructions,
  'appointments.externalKey': appointmentMutations.setExternalKey,
  'appointments.dispatch': appointmentMutations.dispatch,
  'appointments.cancelDispatch': appointmentMutations.cancelDispatch,
  'appointments.arrive': appointmentMutations.arrive,
  'appointments.pause': appointmentMutations.pause,
  'appointments.resumeWork': appointmentMutations.resumeWork,
  'appointments.leave': appointmentMutations.leave,
} as const;

export type CommandName = keyof typeof OPTIONS;
export type Command = {
  [N in CommandName]: { readonly command: N; readonly input: CommandInput<N> };
}[CommandName];

export type VisitRequest = Command & {
  /** The visit it is about, as it was on screen: decides whether somebody on the way must be called back. */
  readonly visit: AppointmentView;
  /** The toast: "Moved #1042 to Sam K., 10:00–11:30". */
  readonly done: string;
  /** What the person wanted, by the record's field names, to stand beside another's change. */
  readonly mine?: Readonly<Record<string, unknown>> | undefined;
};

/** All of them answer with the cards they changed; what each takes was checked when the request was made. */
export const optionsOf = (command: CommandName) =>
  OPTIONS[command]() as unknown as MutationOptions<Written, Error, Command['input']>;

/** The same request with more said: a reason to override, the word to call somebody back, newer versions. */
export const saying = (request: VisitRequest, more: Readonly<Record<string, unknown>>): VisitRequest =>
  ({ ...request, input: { ...request.input, ...more } }) as VisitRequest;

/** Technicians on the way whom the command would call off, unless it says so already. */
export function onTheWay({ command, input, visit }: VisitRequest): readonly number[] {
  const callsBack =
    command === 'appointments.reassign' ||
    command === 'appointments.reschedule' ||
    command === 'appointments.park';
  if (!callsBack || input.cancelDispatch) return [];
  const movesTime =
    (input.start !== undefined && input.start !== visit.start) ||
    (input.end !== undefined && input.end !== visit.end) ||
    (command === 'appointments.reschedule' && input.windowStart !== undefined);
  return visit.assignments
    .filter(({ status }) => status === 'Dispatched')
    .map(({ technicianId }) => technicianId)
    .filter(
      (id) =>
        movesTime ||
        command === 'appointments.park' ||
        (command === 'appointments.reassign' && id === input.fromTechnicianId),
    );
}
