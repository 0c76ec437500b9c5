import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { popupClass } from './overlay-class.ts';

export type PopoverProps = {
  /** the name of what opens */
  label: string;
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'center' | 'end' | undefined;
};

/** A small panel at its button, not modal: column choice, a person's details. */
export function Popover({ label, trigger, children, align = 'end' }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50">
          <Base.Popup aria-label={label} className={`${popupClass} px-2.5 py-1.5`}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
