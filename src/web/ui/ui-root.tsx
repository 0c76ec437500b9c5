import { CSPProvider } from '@base-ui/react/csp-provider';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { atRest } from '../lib/when-opened.tsx';
import { Announcer } from './announcer.tsx';
import { ToastHost } from './toast-host.tsx';

/**
 * Wraps the whole app once: keeps Base UI from writing <style> elements (style-src 'self'; the one rule it
 * would write stands in base.css), and mounts the live regions, the toasts and, at rest, the tooltips.
 */
export function UiRoot({ children }: { children: ReactNode }) {
  const Tooltips = useTooltips();
  return (
    <CSPProvider disableStyleElements>
      {children}
      <Announcer />
      <ToastHost />
      {Tooltips && <Tooltips />}
    </CSPProvider>
  );
}

/** Nobody rests on a button before the page is there. Unread (no network), everything is still said elsewhere. */
function useTooltips(): ComponentType | null {
  const [Layer, setLayer] = useState<ComponentType | null>(null);
  useEffect(
    () =>
      atRest(() => {
        import('./tooltip-layer.tsx').then(
          ({ TooltipLayer }) => setLayer(() => TooltipLayer),
          () => undefined,
        );
      }),
    [],
  );
  return Layer;
}
