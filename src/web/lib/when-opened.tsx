import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';

/**
 * A dialog whose code is fetched once the page is at rest, or when it is first opened: the board must be usable after
 * 200 kB (product.md, Speed), and nobody's first click is on "Keyboard shortcuts". Mounted from its first opening on,
 * so that closing can fade.
 */
export function whenOpened<Props extends { open: boolean }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function WhenOpened(props: Props) {
    const [wasOpened, setWasOpened] = useState(props.open);
    if (props.open && !wasOpened) setWasOpened(true);
    useReadAtRest(load);
    if (!wasOpened) return null;
    return (
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

/**
 * Reads the code of what may be opened later. Not read (no network, a restart), it is read again when it is opened, and
 * only then is that worth a word. `load` must be the same function on every render.
 */
export function useReadAtRest(load: () => Promise<unknown>): void {
  useEffect(() => atRest(() => void load().catch(() => undefined)), [load]);
}

/** True from then on: for what is shown as soon as the page is at rest. */
export function useAtRest(mostMs?: number): boolean {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => atRest(() => setAtRest(true), mostMs), [mostMs]);
  return isAtRest;
}

/**
 * Once the page is at rest, at the latest after `mostMs`. Safari has no idle callback; a few seconds after the first
 * paint is near enough.
 */
export function atRest(act: () => void, mostMs = 10_000): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(act, { timeout: mostMs });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(act, Math.min(mostMs, 3_000));
  return () => clearTimeout(timer);
}
