import { ContextMenu as ContextBase } from '@base-ui/react/context-menu';
import { Menu as Base } from '@base-ui/react/menu';
import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';
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

/** What stands between two headings or lines; the heading names its group for screen readers. */
function sectionsOf(entries: readonly MenuEntry[]) {
  const sections: { heading: string | null; line: boolean; actions: MenuAction[] }[] = [];
  let line = false;
  for (const entry of entries) {
    if (entry === null) line = true;
    else if (typeof entry === 'string') sections.push({ heading: entry, line, actions: [] });
    else if (line || sections.length === 0) sections.push({ heading: null, line, actions: [entry] });
    else sections.at(-1)!.actions.push(entry);
    if (entry !== null) line = false;
  }
  return sections;
}

function Entries({ entries }: { entries: readonly MenuEntry[] }) {
  return sectionsOf(entries).map(({ heading, line, actions }) => (
    <Base.Group key={heading ?? actions[0]?.label}>
      {line && <Base.Separator className="my-1 h-px bg-line" />}
      {heading && (
        <Base.GroupLabel className="px-2 pt-1.5 pb-0.5 text-xs text-muted">{heading}</Base.GroupLabel>
      )}
      {actions.map((action) => (
        <Action key={action.label} action={action} />
      ))}
    </Base.Group>
  ));
}

function Action({ action }: { action: MenuAction }) {
  return (
    <Base.Item
      className={clsx(optionClass, action.danger && 'text-danger')}
      disabled={action.disabledReason !== undefined}
      onClick={action.onSelect}
    >
      {action.icon && <span className="self-start pt-0.5">{action.icon}</span>}
      <span className="min-w-0 flex-1">
        {action.label}
        {action.disabledReason && <span className="block text-xs text-muted">{action.disabledReason}</span>}
      </span>
      {action.shortcut && <Kbd keys={action.shortcut} className="ml-4 text-muted" />}
    </Base.Item>
  );
}
