import { Dialog as Base } from '@base-ui/react/dialog';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { IconButton } from './icon-button.tsx';
import { onSendKey } from './shortcut.ts';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** buttons at the bottom right, the primary one last; Ctrl+Enter presses the one of type `submit` */
  footer?: ReactNode;
  width?: 'narrow' | 'normal' | 'wide' | undefined;
  /** what gets the focus first; the first control otherwise */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** a click beside it does not close (forms with typed text) */
  keepOnOutsidePress?: boolean | undefined;
};

const widths = { narrow: 'w-100', normal: 'w-140', wide: 'w-220' };

/** A modal dialog; on closing the focus returns to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  width = 'normal',
  initialFocus,
  keepOnOutsidePress,
}: DialogProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      disablePointerDismissal={keepOnOutsidePress}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-(--motion) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          {...(initialFocus && { initialFocus })}
          onKeyDown={onSendKey(({ currentTarget }) =>
            currentTarget.querySelector<HTMLElement>('[type="submit"]')?.click(),
          )}
          className={clsx(
            'overlay-motion fixed inset-x-0 top-[12vh] z-40 mx-auto flex max-h-[80vh] max-w-[calc(100vw-32px)] flex-col rounded-lg border border-line bg-raised text-base shadow-overlay outline-none',
            widths[width],
          )}
        >
          <header className="px-4 pt-3 pr-12 pb-2">
            <Base.Title className="text-lg leading-6 font-semibold">{title}</Base.Title>
            {description && <Base.Description className="mt-1 text-muted">{description}</Base.Description>}
          </header>
          {children && <div className="min-h-0 overflow-auto px-4 py-2">{children}</div>}
          {footer && <footer className="flex flex-wrap justify-end gap-2 px-4 pt-2 pb-4">{footer}</footer>}
          {/* Last in order, so that the first field gets the focus; no tooltip, it would swallow an Escape. */}
          <Base.Close
            render={
              <IconButton
                label="Close"
                tooltip={false}
                icon={<X aria-hidden />}
                className="absolute top-2.5 right-2.5"
              />
            }
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
