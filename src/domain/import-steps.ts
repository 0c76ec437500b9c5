/**
 * What can be done with an import, by its status: checked, run, taken back. Each is work that goes on after the answer;
 * it ends as it was meant to, is canceled, or fails (backend/imports/README.md).
 */
import { allow, type Decision, refuse } from './decision.ts';
import { addMinutes, type Instant } from './time.ts';
import { UNDO_HOURS } from './undo.ts';

export const IMPORT_STATUSES = [
  'Uploaded',
  'Checking',
  'Checked',
  'Running',
  'Done',
  'Canceled',
  'Failed',
  'Undoing',
  'Undone',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** A step's status while it works, and at its end. */
export const IMPORT_STEPS = {
  check: { during: 'Checking', end: 'Checked' },
  run: { during: 'Running', end: 'Done' },
  undo: { during: 'Undoing', end: 'Undone' },
} as const satisfies Record<string, { readonly during: ImportStatus; readonly end: ImportStatus }>;
export type ImportStep = keyof typeof IMPORT_STEPS;
/** What ends a step otherwise. */
export const IMPORT_STOPPED = ['Canceled', 'Failed'] as const satisfies readonly ImportStatus[];

/** What is done stays done: a file is imported once, and taken back once. What was stopped may begin again. */
const STEPS_FROM: Readonly<Record<ImportStatus, readonly ImportStep[]>> = {
  Uploaded: ['check'],
  Checking: [],
  Checked: ['check', 'run'],
  Running: [],
  Done: ['undo'],
  Canceled: ['check', 'run', 'undo'],
  Failed: ['check', 'run', 'undo'],
  Undoing: [],
  Undone: [],
};

export type ImportFacts = {
  readonly status: ImportStatus;
  /** A check has come to its end, with the mapping as it is. */
  readonly checked: boolean;
  /** When it last wrote a record that its undo would take back. */
  readonly writtenOn: Instant | null;
};

/** Somebody works on it. */
export const isImportBusy = (status: ImportStatus): boolean =>
  Object.values(IMPORT_STEPS).some(({ during }) => during === status);

/** A day after the last record was written, as any undo (domain/undo.ts); null: not, or nothing was written. */
export const importUndoUntil = ({ status, writtenOn }: ImportFacts): Instant | null =>
  writtenOn !== null && STEPS_FROM[status].includes('undo') ? addMinutes(writtenOn, UNDO_HOURS * 60) : null;

/**
 * The status while the step works. Refuses with `import.not_ready` from a status that does not know the step, to run what
 * was not checked, to take back what wrote nothing; `undo.too_old` a day later.
 */
export function decideImportStep(
  facts: ImportFacts,
  step: ImportStep,
  now: Instant,
): Decision<{ readonly status: ImportStatus }> {
  const notReady = refuse('import.not_ready', { status: facts.status });
  if (!STEPS_FROM[facts.status].includes(step)) return notReady;
  if (step === 'run' && !facts.checked) return notReady;
  if (step === 'undo') {
    const until = importUndoUntil(facts);
    if (until === null) return notReady;
    if (now > until) return refuse('undo.too_old', { at: facts.writtenOn, hours: UNDO_HOURS });
  }
  return allow({ status: IMPORT_STEPS[step].during });
}
