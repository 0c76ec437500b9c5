/** The plan somebody asked for, from a menu or a button: the board shows its dialog, wherever it was asked. */
import { useSyncExternalStore } from 'react';

export type PlanAsked =
  | { readonly kind: 'absence'; readonly technicianId: number }
  /** The technicians and visits the filters leave. */
  | { readonly kind: 'optimise' };

let asked: PlanAsked | null = null;
const listeners = new Set<() => void>();

export function askPlan(next: PlanAsked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePlanAsked = (): PlanAsked | null => useSyncExternalStore(subscribe, () => asked);
