/**
 * The one error shape (RFC 9457 in spirit): what HTTP carries. Refusals of the rules keep their code and params;
 * sentences are made in `web/` from them. `statusOf` is exhaustive: a new refusal without a status does not compile.
 */
import type { RefusalCode } from '#domain/decision.ts';

/** Problems that are not refusals of the trade's rules. */
export const PROBLEM_STATUS = {
  'request.invalid': 400,
  'request.malformed': 400,
  'request.header_missing': 403,
  'request.cross_site': 403,
  'request.unsupported_media_type': 415,
  'request.too_large': 413,
  'request.timeout': 408,
  'request.not_acceptable': 406,
  'request.method_not_allowed': 405,
  'request.idempotency_key_missing': 400,
  'request.idempotency_key_reused': 422,
  'request.idempotency_key_in_flight': 409,
  'request.versions_missing': 428,
  'request.stale': 412,
  'request.too_many': 429,
  'session.missing': 401,
  'session.forbidden': 403,
  'sign_in.wrong': 401,
  'sign_in.too_many': 429,
  'password.unacceptable': 422,
  'setup.token_invalid': 401,
  'setup.token_used': 410,
  'user.last_admin': 409,
  'user.email_taken': 409,
  'record.not_found': 404,
  'route.not_found': 404,
  'import.unreadable': 422,
  'import.not_ready': 409,
  'server.fault': 500,
  'server.unavailable': 503,
  'server.timeout': 503,
  'server.disk_full': 503,
  'upstream.auth': 502,
  'upstream.failed': 502,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS | RefusalCode;

const REFUSAL_STATUS = {
  'job.not_in_status': 409,
  'job.someone_working': 409,
  'job.frozen': 409,
  'job.invoice_not_pending': 409,
  'job.completed_before_arrival': 409,
  'job.reopen_first': 409,
  'job.business_unit_not_mapped': 422,
  'job.location_of_other_customer': 422,
  'job.customer_do_not_service': 422,
  'job.inactive_reference': 422,
  'job.reason_required': 422,
  'appointment.end_before_start': 422,
  'appointment.window_end_before_start': 422,
  'appointment.not_in_status': 409,
  'appointment.on_hold': 409,
  'appointment.not_on_hold': 409,
  'appointment.only_one_of_job': 409,
  'appointment.has_timesheets': 409,
  'appointment.dispatched_needs_cancel_dispatch': 409,
  'appointment.no_technician': 409,
  'appointment.too_long': 422,
  'assignment.not_found': 409,
  'assignment.exists': 409,
  'assignment.not_in_status': 409,
  'assignment.technician_working_elsewhere': 409,
  'assignment.dispatched_needs_cancel_dispatch': 409,
  'assignment.not_paused': 409,
  'assignment.time_before_arrival': 422,
  'schedule.conflict': 409,
  'schedule.override_not_allowed': 403,
  'schedule.override_needs_reason': 422,
  'undo.nothing': 409,
  'undo.changed_since': 409,
  'undo.not_possible': 409,
  'undo.too_old': 409,
} as const satisfies Record<RefusalCode, number>;

const STATUS: Readonly<Record<ProblemCode, number>> = { ...PROBLEM_STATUS, ...REFUSAL_STATUS };
/** The HTTP status of a problem or refusal. */
export const statusOf = (code: ProblemCode): number => STATUS[code];

/** What HTTP carries (`problem-schema.ts` validates it). */
export type Problem = {
  status: number;
  code: string;
  params: Record<string, unknown>;
  /** One entry per field that is wrong, all of them at once; `path` like `locations.0.street`. */
  fields: { path: string; code: string; message: string }[];
  requestId: string;
};

/** Thrown where a request ends with a problem; the BFF turns it into the answer. Never used for faults. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, unknown>>;
  readonly fields: Problem['fields'];
  constructor(
    code: ProblemCode,
    params: Readonly<Record<string, unknown>> = {},
    fields: Problem['fields'] = [],
  ) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.params = params;
    this.fields = fields;
  }
  get status(): number {
    return statusOf(this.code);
  }
}
