/** What an office needs before it can book and dispatch its first job, in the order in which one asks for the other. */
import type { Setup } from '#contract/setup.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';

export type FirstStep = {
  readonly kind: SetupKind;
  readonly title: string;
  readonly why: string;
  readonly isDone: boolean;
  /** Booking works without it. */
  readonly isOptional: boolean;
};

type Named = { readonly active: boolean };
const some = (list: readonly Named[]): boolean => list.some(({ active }) => active);

/** @param hasShifts whether anybody's working hours are set up */
export function firstSteps(setup: Setup, hasShifts: boolean): FirstStep[] {
  const { businessUnits, jobTypes, campaigns, technicians, arrivalWindows, reasons } = setup;
  const hasReason = (kind: 'Hold' | 'Cancel') => some(reasons.filter((one) => one.kind === kind));
  return [
    step('businessUnit', 'A business unit', 'Its time zone is the clock of the board.', some(businessUnits)),
    step('jobType', 'A job type', 'What customers call about and how long it takes.', some(jobTypes)),
    step('campaign', 'A campaign', 'Every booking says where the call came from.', some(campaigns)),
    step('technician', 'A technician', 'Somebody who goes out: a lane on the board.', some(technicians)),
    step('shiftPattern', 'Their working hours', 'Shown white on the board; the rest is overtime.', hasShifts),
    step(
      'reason',
      'A reason to hold and one to cancel',
      'A job on hold or canceled says why.',
      hasReason('Hold') && hasReason('Cancel'),
      { isOptional: true },
    ),
    step(
      'arrivalWindow',
      'Arrival windows',
      'What is promised on the phone, such as 8 to 10.',
      some(arrivalWindows),
      { isOptional: true },
    ),
  ];
}

const step = (
  kind: SetupKind,
  title: string,
  why: string,
  isDone: boolean,
  { isOptional = false } = {},
): FirstStep => ({ kind, title, why, isDone, isOptional });

/** Whether a first job can be booked and dispatched. */
export const canStart = (steps: readonly FirstStep[]): boolean =>
  steps.every(({ isDone, isOptional }) => isDone || isOptional);
