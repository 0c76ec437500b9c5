import { useSyncExternalStore } from 'react';

type Urgency = 'polite' | 'assertive';
let said: Record<Urgency, string> = { polite: '', assertive: '' };
const listeners = new Set<() => void>();

/** Says something to screen readers. A repeat is made different by a space, or it would not be read. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  said = { ...said, [urgency]: text === said[urgency] ? `${text}\u00a0` : text };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The two live regions; mounted once, before anything is said, or readers miss the first message. */
export function Announcer() {
  const { polite, assertive } = useSyncExternalStore(subscribe, () => said);
  return (
    <div className="sr-only" data-print="hide">
      <div role="status" aria-live="polite">
        {polite}
      </div>
      <div role="alert" aria-live="assertive">
        {assertive}
      </div>
    </div>
  );
}
