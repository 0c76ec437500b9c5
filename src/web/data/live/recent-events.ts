/**
 * The last changes that came in. A snapshot that was read while they arrived may be older than they are: whoever
 * reads one folds these over it, so that nothing falls between reading and the stream (F21).
 */
import type { ChangeEvent } from '#contract/history.ts';

const KEPT = 2_000;
let recent: ChangeEvent[] = [];

export function rememberEvent(event: ChangeEvent): void {
  recent.push(event);
  if (recent.length > 2 * KEPT) recent = recent.slice(-KEPT);
}

export const foldRecent = <T>(snapshot: T, fold: (state: T, event: ChangeEvent) => T): T =>
  recent.reduce(fold, snapshot);

/** After a reset, or for another person: what came before says nothing any more. */
export function forgetEvents(): void {
  recent = [];
}
