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
  'view.name_taken': 409,
  'view.too_many': 409,
  'message.not_waiting': 409,
  'record.not_found': 404,
  'record.key_taken': 409,
  'route.not_found': 404,
  'import.unreadable': 422,
  'server.fault': 500,
  'server.unavailable': 503,
  'server.timeout': 503,
  'server.disk_full': 503,
  'server.files_unavailable': 503,
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
  'job.visits_past': 409,
  'job.visit_keeps_time': 409,
  'job.business_unit_not_mapped': 422,
  'job.location_of_other_customer': 422,
  'job.customer_do_not_service': 422,
  'job.inactive_reference': 422,
  'job.reason_required': 422,
  'job.time_in_future': 422,
  'job.time_long_before_booking': 422,
  'job.no_open_visit': 409,
  'job.original_elsewhere': 422,
  'job.original_canceled': 422,
  'job.invoice_other_currency': 409,
  'bulk.refused': 409,
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
  'appointment.split_outside': 422,
  'appointment.not_parked': 409,
  'appointment.parked': 409,
  'appointment.lane_out_of_use': 409,
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
  'arrangement.nothing': 409,
  'arrangement.blocked': 409,
  'arrangement.no_lane': 422,
  'arrangement.leaves_day': 422,
  'draft.full': 422,
  'draft.too_many': 409,
  'draft.not_owner': 403,
  'note.not_author': 403,
  'file.type_not_kept': 422,
  'file.name_of_program': 422,
  'capacity.window_full': 409,
  'span.end_before_start': 422,
  'project.job_of_other_location': 409,
  'project.job_in_other_project': 409,
  'project.job_not_in_it': 409,
  'project.sub_status_of_other_status': 422,
  'project.dates_out_of_order': 422,
  'project.completion_in_future': 422,
  'project.has_jobs': 409,
  'project.put_away': 409,
  'project.inactive_reference': 422,
  'project.budget_line_empty': 422,
  'project.amount_not_allowed': 403,
  'vendor.email_needed': 422,
  'vendor.remits_to_itself': 422,
  'vendor.remits_on': 409,
  'vendor.inactive_reference': 422,
  'catalogue.listed_already': 409,
  'catalogue.too_many_breaks': 422,
  'catalogue.breaks_out_of_order': 422,
  'catalogue.preferred_elsewhere': 409,
  'catalogue.inactive_reference': 422,
  'order.not_in_status': 409,
  'order.no_lines': 422,
  'order.already_submitted': 409,
  'order.no_request': 409,
  'order.own_approval': 403,
  'order.above_limit': 403,
  'order.waits_for_approval': 409,
  'order.needs_approval': 409,
  'order.field_locked': 409,
  'order.type_of_replenishment': 409,
  'order.too_many_lines': 422,
  'order.below_received': 409,
  'order.above_approval': 409,
  'order.something_received': 409,
  'order.reason_required': 422,
  'order.inactive_reference': 422,
  'receipt.nothing': 422,
  'receipt.in_future': 422,
  'receipt.line_off_order': 409,
  'receipt.too_much': 409,
  'receipt.serials_missing': 422,
  'receipt.serial_twice': 422,
  'receipt.serial_known': 409,
  'receipt.canceled': 409,
  'receipt.exported': 409,
  'receipt.not_on_hand': 409,
  'receipt.serial_gone': 409,
  'receipt.returned': 409,
  'return.not_in_status': 409,
  'return.nothing': 422,
  'return.too_much': 409,
  'return.fee_above_value': 422,
  'bill.closed': 409,
  'bill.figures_given': 409,
  'bill.no_figures': 409,
  'bill.no_such_difference': 409,
  'bill.of_receipt': 409,
  'sku.code_taken': 409,
  'sku.kind_fixed': 409,
  'sku.service_serialized': 422,
  'sku.serials_fixed': 409,
  'sku.in_stock': 409,
  'sku.inactive_reference': 422,
  'stock.not_kept': 422,
  'stock.out_of_use': 409,
  'stock.serials_missing': 422,
  'stock.serial_twice': 422,
  'stock.serial_elsewhere': 409,
  'stock.most_below_least': 422,
  'customer.same': 422,
  'customer.merged': 409,
  'customer.merged_too_long': 422,
  'customer.inactive': 409,
  'customer.open_jobs': 409,
  'location.open_jobs': 409,
  'undo.nothing': 409,
  'undo.changed_since': 409,
  'undo.not_possible': 409,
  'undo.too_old': 409,
  'redo.nothing': 409,
  'redo.changed_since': 409,
  'redo.not_possible': 409,
  'redo.too_old': 409,
  'undo.in_use': 409,
  'setup.name_taken': 409,
  'setup.does_not_fit': 409,
  'import.not_ready': 409,
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
