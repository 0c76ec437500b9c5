import { ContextMenu as ContextBase } from '@base-ui/react/context-menu';
import { Menu as Base } from '@base-ui/react/menu';
import { clsx } from 'clsx';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import { optionClass, popupClass } from './overlay-class.ts';

export type MenuAction = {
  label: string;
  onSelect: () => void;
  icon?: ReactNode;
  shortcut?: string | undefined;
  danger?: boolean | undefined;
  /** shown under the label; the action stays readable but cannot be taken */
  disabledReason?: string | undefined;
};
/** `null` is a separating line, a string a heading. */
export type MenuEntry = MenuAction | string | null;

export type MenuProps = {
  /** the button that opens it: a Button or IconButton */
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  align?: 'start' | 'end' | undefined;
};

/** Actions behind one button; arrows, first letters and Escape as everywhere. */
export function Menu({ trigger, entries, align = 'end' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50 outline-none">
          <Base.Popup className={popupClass}>
            <Entries entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** The same entries on right click (and the menu key) over an element. */
export function ContextMenu({
  entries,
  children,
}: {
  entries: readonly MenuEntry[];
  children: ReactElement;
}) {
  return (
    <ContextBase.Root>
      <ContextBase.Trigger render={children} />
      <ContextBase.Portal>
        <ContextBase.Positioner className="z-50 outline-none">
          <ContextBase.Popup className={popupClass}>
            <Entries entries={entries} />
          </ContextBase.Popup>
        </ContextBase.Positioner>
      </ContextBase.Portal>
    </ContextBase.Root>
  );
}

function Entries({ entries }: { entries: readonly MenuEntry[] }) {
  return entries.map((entry, index) => {
    const key = typeof entry === 'object' && entry ? entry.label : `${index}`;
    return <Fragment key={key}>{entryOf(entry)}</Fragment>;
  });
}

function entryOf(entry: MenuEntry) {
  if (entry === null) return <Base.Separator className="my-1 h-px bg-line" />;
  if (typeof entry === 'string') return <p className="px-2 pt-1.5 pb-0.5 text-xs text-muted">{entry}</p>;
  return (
    <Base.Item
      className={clsx(optionClass, entry.danger && 'text-danger')}
      disabled={entry.disabledReason !== undefined}
      onClick={entry.onSelect}
    >
      {entry.icon && <span className="self-start pt-0.5">{entry.icon}</span>}
      <span className="min-w-0 flex-1">
        {entry.label}
        {entry.disabledReason && <span className="block text-xs text-muted">{entry.disabledReason}</span>}
      </span>
      {entry.shortcut && <Kbd keys={entry.shortcut} className="ml-4" />}
    </Base.Item>
  );
}
