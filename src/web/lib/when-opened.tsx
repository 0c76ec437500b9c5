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
    useEffect(() => atRest(() => void load()), []);
    if (!wasOpened) return null;
    return (
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

/** Once the page is at rest. Safari has no idle callback; a few seconds after the first paint is near enough. */
export function atRest(act: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(act, { timeout: 10_000 });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(act, 3_000);
  return () => clearTimeout(timer);
}
