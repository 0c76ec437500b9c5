import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './icon-button.tsx';

export type DrawerProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** buttons at the right of the title */
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
  /** px */
  width?: number | undefined;
  /** take the focus on opening (a form); default no: the board keeps its arrow keys */
  takeFocus?: boolean | undefined;
  className?: string | undefined;
};

/**
 * A panel at the right edge, not modal: the page beside it stays usable. Escape inside closes it and gives
 * the focus back to what had it.
 */
export function Drawer(props: DrawerProps) {
  return props.open ? <OpenDrawer {...props} /> : null;
}

function OpenDrawer({
  onClose,
  title,
  actions,
  footer,
  children,
  width = 400,
  takeFocus,
  className,
}: DrawerProps) {
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    const node = panel.current;
    before.current = document.activeElement;
    if (takeFocus) node?.focus();
    return () => {
      // Only when the focus was inside: someone already working elsewhere keeps their place.
      const within = node?.contains(document.activeElement) || document.activeElement === document.body;
      if (within && before.current instanceof HTMLElement) before.current.focus();
    };
  }, [takeFocus]);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-shell="panel"
      style={{ width }}
      onKeyDown={(event) => {
        // React's events rise through portals, too: a key in a dialog opened from here is the dialog's.
        if (!event.currentTarget.contains(event.target as Node)) return;
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
      className={clsx(
        'fixed top-(--bar-height) right-0 bottom-0 z-30 flex max-w-full flex-col border-l border-line bg-surface shadow-overlay outline-none',
        className,
      )}
    >
      <header className="flex items-center gap-2 border-b border-line py-1.5 pr-2 pl-3.5">
        <h2 id={titleId} className="min-w-0 flex-1 truncate text-base font-semibold">
          {title}
        </h2>
        {actions}
        <IconButton label="Close" icon={<X aria-hidden />} onClick={onClose} tooltip={false} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-3.5 py-3">{children}</div>
      {footer && (
        <footer className="flex justify-end gap-2 border-t border-line px-3.5 py-2">{footer}</footer>
      )}
    </aside>
  );
}
