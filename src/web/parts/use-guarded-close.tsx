import { type ReactNode, useState } from 'react';
import { LeaveGuard, LeaveQuestion } from './leave-guard.tsx';

/**
 * For a form that no part of the address says is open: closing it with something typed asks as leaving its page does.
 * Hand `close` to everything that closes it unsaved, and render `guard` once.
 */
export function useGuardedClose(
  when: boolean,
  onClose: () => void,
): { readonly close: () => void; readonly guard: ReactNode } {
  const [asked, setAsked] = useState(false);
  return {
    close: () => (when ? setAsked(true) : onClose()),
    guard: (
      <>
        <LeaveGuard when={when} />
        <LeaveQuestion open={asked && when} onStay={() => setAsked(false)} onLeave={onClose} />
      </>
    ),
  };
}
