import { useEffect, useState } from 'react';

/** Whole seconds left of `seconds`, counted from the moment `since` changed; 0 when over or null. */
export function useCountdown(seconds: number | null, since: unknown): number {
  const [left, setLeft] = useState(seconds ?? 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `since` starts the same wait anew after another refusal
  useEffect(() => {
    let rest = seconds ?? 0;
    setLeft(rest);
    if (rest <= 0) return;
    const timer = setInterval(() => {
      rest -= 1;
      setLeft(rest);
      if (rest <= 0) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [seconds, since]);
  return left;
}
