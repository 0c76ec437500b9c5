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

/** The rules say yes. */
export const allow = <T>(value: T): Decision<T> => ({ ok: true, value });
/** The rules say no; `params` are what the sentence needs, and go over the wire as they are. */
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
  'job.visits_past',
  'job.visit_keeps_time',
  'job.business_unit_not_mapped',
  'job.location_of_other_customer',
  'job.customer_do_not_service',
  'job.inactive_reference',
  'job.reason_required',
  'job.time_in_future',
  'job.time_long_before_booking',
  'job.no_open_visit',
  'job.original_elsewhere',
  'job.original_canceled',
  'job.invoice_other_currency',
  'bulk.refused',
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
  'appointment.split_outside',
  'appointment.not_parked',
  'appointment.parked',
  'appointment.lane_out_of_use',
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
  // proposals for several visits at once: domain-rules §4
  'arrangement.nothing',
  'arrangement.blocked',
  'arrangement.no_lane',
  'arrangement.leaves_day',
  // draft boards
  'draft.full',
  'draft.too_many',
  'draft.not_owner',
  // notes and files
  'note.not_author',
  'file.type_not_kept',
  'file.name_of_program',
  // capacity: domain-rules §4
  'capacity.window_full',
  // time off, non-job events, shifts
  'span.end_before_start',
  // projects: domain-rules §3
  'project.job_of_other_location',
  'project.job_in_other_project',
  'project.job_not_in_it',
  'project.sub_status_of_other_status',
  'project.dates_out_of_order',
  'project.completion_in_future',
  'project.has_jobs',
  'project.put_away',
  'project.inactive_reference',
  'project.budget_line_empty',
  'project.amount_not_allowed',
  // vendors: domain-rules §5
  'vendor.email_needed',
  'vendor.remits_to_itself',
  'vendor.remits_on',
  'vendor.inactive_reference',
  'catalogue.listed_already',
  'catalogue.too_many_breaks',
  'catalogue.breaks_out_of_order',
  'catalogue.preferred_elsewhere',
  'catalogue.inactive_reference',
  // customers
  'customer.same',
  'customer.merged',
  'customer.merged_too_long',
  'customer.inactive',
  'customer.open_jobs',
  'location.open_jobs',
  // purchase orders and receipts: domain-rules §5
  'order.not_in_status',
  'order.no_lines',
  'order.already_submitted',
  'order.no_request',
  'order.own_approval',
  'order.above_limit',
  'order.waits_for_approval',
  'order.needs_approval',
  'order.field_locked',
  'order.type_of_replenishment',
  'order.too_many_lines',
  'order.line_too_dear',
  'order.below_received',
  'order.above_approval',
  'order.something_received',
  'order.reason_required',
  'order.inactive_reference',
  'replenishment.changed',
  'replenishment.not_sold',
  'receipt.nothing',
  'receipt.in_future',
  'receipt.line_off_order',
  'receipt.too_much',
  'receipt.serials_missing',
  'receipt.serial_twice',
  'receipt.serial_known',
  'receipt.canceled',
  'receipt.exported',
  'receipt.not_on_hand',
  'receipt.serial_gone',
  'receipt.returned',
  'return.not_in_status',
  'return.nothing',
  'return.too_much',
  'return.fee_above_value',
  // bills: domain-rules §6
  'bill.closed',
  'bill.figures_given',
  'bill.no_figures',
  'bill.differences_open',
  'bill.not_reconciled',
  'bill.not_in_books_status',
  'bill.paid',
  'bill.no_such_difference',
  'bill.of_receipt',
  // SKUs and what lies where
  'sku.code_taken',
  'sku.kind_fixed',
  'sku.service_serialized',
  'sku.serials_fixed',
  'sku.in_stock',
  'sku.inactive_reference',
  'stock.not_kept',
  'stock.out_of_use',
  'stock.serials_missing',
  'stock.serial_twice',
  'stock.serial_elsewhere',
  'stock.most_below_least',
  // history
  'undo.nothing',
  'undo.changed_since',
  'undo.not_possible',
  'undo.too_old',
  'undo.in_use',
  'redo.nothing',
  'redo.changed_since',
  'redo.not_possible',
  'redo.too_old',
  'setup.name_taken',
  'setup.does_not_fit',
  // imports
  'import.not_ready',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];
