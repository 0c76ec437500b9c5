import { describe, expect, test } from 'vitest';
import {
  decideImportStep,
  IMPORT_STATUSES,
  IMPORT_STEPS,
  IMPORT_STOPPED,
  type ImportFacts,
  type ImportStatus,
  type ImportStep,
  importUndoUntil,
  isImportBusy,
} from './import-steps.ts';
import { addMinutes, instant } from './time.ts';

const WRITTEN = instant('2026-11-20T15:00:00.000Z');
const NOW = addMinutes(WRITTEN, 60);
const STEPS = Object.keys(IMPORT_STEPS) as ImportStep[];
/** As far as it can have come: checked, and something written. */
const far = (status: ImportStatus): ImportFacts => ({ status, checked: true, writtenOn: WRITTEN });

/** What a person may do, said a second time and not read from the table. */
const MAY: Readonly<Record<ImportStatus, string>> = {
  Uploaded: 'check',
  Checking: '',
  Checked: 'check run',
  Running: '',
  Done: 'undo',
  Canceled: 'check run undo',
  Failed: 'check run undo',
  Undoing: '',
  Undone: '',
};

describe('an import', () => {
  for (const status of IMPORT_STATUSES) {
    for (const step of STEPS) {
      const may = MAY[status].split(' ').includes(step);
      test(`that is ${status} is ${may ? '' : 'not '}taken to the step ${step}`, () => {
        expect(decideImportStep(far(status), step, NOW)).toEqual(
          may
            ? { ok: true, value: { status: IMPORT_STEPS[step].during } }
            : { ok: false, refusal: { code: 'import.not_ready', params: { status } } },
        );
      });
    }
  }

  test('gets to every status, and out of every one in which somebody works on it', () => {
    const reached = new Set<ImportStatus>(['Uploaded']);
    for (const status of reached) {
      for (const step of STEPS) {
        const decision = decideImportStep(far(status), step, NOW);
        if (decision.ok) reached.add(decision.value.status);
        if (status !== IMPORT_STEPS[step].during) continue;
        for (const end of [IMPORT_STEPS[step].end, ...IMPORT_STOPPED]) reached.add(end);
      }
    }
    expect([...reached].sort()).toEqual([...IMPORT_STATUSES].sort());
    expect(IMPORT_STATUSES.filter(isImportBusy)).toEqual(['Checking', 'Running', 'Undoing']);
  });

  test('is not run before a check has come to its end, also when the check was canceled or failed', () => {
    for (const status of ['Canceled', 'Failed'] as const) {
      expect(decideImportStep({ ...far(status), checked: false }, 'run', NOW)).toMatchObject({
        refusal: { code: 'import.not_ready' },
      });
    }
  });

  test('is taken back for a day after it last wrote something, and not when it wrote nothing', () => {
    const day = addMinutes(WRITTEN, 24 * 60);
    expect(importUndoUntil(far('Done'))).toBe(day);
    expect(decideImportStep(far('Done'), 'undo', day)).toMatchObject({ ok: true });
    expect(decideImportStep(far('Done'), 'undo', addMinutes(day, 1))).toEqual({
      ok: false,
      refusal: { code: 'undo.too_old', params: { at: WRITTEN, hours: 24 } },
    });
    const nothing = { ...far('Done'), writtenOn: null };
    expect(importUndoUntil(nothing)).toBeNull();
    expect(decideImportStep(nothing, 'undo', NOW)).toMatchObject({ refusal: { code: 'import.not_ready' } });
    expect(importUndoUntil(far('Undone'))).toBeNull();
  });
});
