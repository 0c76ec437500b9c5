import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { Announcer } from './announcer.tsx';
import { ToastHost } from './toast-host.tsx';

/**
 * Wraps the whole app once: keeps Base UI from writing <style> elements (style-src 'self'; the one rule it
 * would write stands in base.css), groups tooltips, and mounts the live regions and the toasts.
 */
export function UiRoot({ children }: { children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={400} closeDelay={0}>
        {children}
        <Announcer />
        <ToastHost />
      </Tooltip.Provider>
    </CSPProvider>
  );
}
