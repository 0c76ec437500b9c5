/**
 * What a rule answers: the next state, or a refusal. A refusal is a value (house-style, "Errors"):
 * a code from the closed union plus parameters; the sentence is made in `web/` from both.
 */
export type Decision<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

export type Refusal = {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, unknown>>;
};

export const allow = <T>(value: T): Decision<T> => ({ ok: true, value });
export const refuse = (
  code: RefusalCode,
  params: Readonly<Record<string, unknown>> = {},
): Decision<never> => ({
  ok: false,
  refusal: { code, params },
});

/** Every way the rules say no. A new code without an HTTP status in `contract/problem.ts` does not compile. */
export const REFUSAL_CODES = [
  // jobs, appointments, assignments: domain-rules §2
  'job.not_in_status',
  'job.someone_working',
  'job.frozen',
  'job.invoice_not_pending',
  'job.completed_before_arrival',
  'job.reopen_first',
  'job.business_unit_not_mapped',
  'job.location_of_other_customer',
  'job.customer_do_not_service',
  'job.inactive_reference',
  'job.reason_required',
  'appointment.end_before_start',
  'appointment.window_end_before_start',
  'appointment.not_in_status',
  'appointment.on_hold',
  'appointment.not_on_hold',
  'appointment.only_one_of_job',
  'appointment.has_timesheets',
  'appointment.dispatched_needs_cancel_dispatch',
  'appointment.no_technician',
  'appointment.too_long',
  'assignment.not_found',
  'assignment.exists',
  'assignment.not_in_status',
  'assignment.technician_working_elsewhere',
  'assignment.dispatched_needs_cancel_dispatch',
  'assignment.not_paused',
  'assignment.time_before_arrival',
  // schedule guards: domain-rules §4 (hard ones, refused unless overridden)
  'schedule.conflict',
  'schedule.override_not_allowed',
  'schedule.override_needs_reason',
  // history
  'undo.nothing',
  'undo.changed_since',
  'undo.not_possible',
  'undo.too_old',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];
