import { lazy, Suspense } from 'react';
import type { ProblemError } from '#contract/problem.ts';
import { useReadAtRest } from '../lib/when-opened.tsx';

const load = async () => (await import('./undo-refused.tsx')).UndoRefused;
const UndoRefused = lazy(async () => ({ default: await load() }));

/**
 * An undo or a redo that would have overwritten somebody: what one's step made of each field, and what it is now. On every page
 * and hardly ever seen, so its code comes once the page is at rest.
 */
export function UndoRefusedDialog({ error, onClose }: { error: ProblemError | null; onClose: () => void }) {
  useReadAtRest(load);
  return <Suspense>{error && <UndoRefused error={error} onClose={onClose} />}</Suspense>;
}
