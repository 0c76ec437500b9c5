import { Menu as Base } from '@base-ui/react/menu';
import { clsx } from 'clsx';
import { type ComponentProps, useCallback, useEffect, useRef, useState } from 'react';
import { Kbd } from './kbd.tsx';
import type { MenuAction, MenuEntry } from './menu.tsx';
import { optionClass, popupClass } from './overlay-class.ts';

export type MenuPopupProps = {
  open: boolean;
  /** Opened by a key: the first entry has the focus at once. */
  byKeys: boolean;
  /** What it stands beside. */
  anchor: ComponentProps<typeof Base.Positioner>['anchor'];
  /** Its button: pressing it while the menu is open is the button's to answer. */
  opener: Element | null;
  entries: readonly MenuEntry[];
  align: 'start' | 'end';
  onClose: () => void;
};

/** The list of a menu, read when one is first needed: arrows, first letters and Escape as everywhere. */
export function MenuPopup({ open, byKeys, anchor, opener, entries, align, onClose }: MenuPopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  const { chosen, choose, actWhenGone } = useChosen(open);
  useEffect(() => {
    if (!open || !byKeys) return undefined;
    const frame = requestAnimationFrame(() =>
      popup.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [open, byKeys]);
  return (
    <Base.Root
      modal={false}
      open={open}
      onOpenChange={(next, { event }) => {
        if (!next && !(event.target instanceof Node && opener?.contains(event.target))) onClose();
      }}
      onOpenChangeComplete={(isOpen) => !isOpen && actWhenGone()}
    >
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={4} align={align} className="z-50 outline-none">
          <Base.Popup
            ref={popup}
            // Chosen from, it has nothing more to show: what was chosen does not wait for its fading.
            className={clsx(popupClass, chosen && 'transition-none!')}
            {...(opener instanceof HTMLElement && { finalFocus: { current: opener } })}
          >
            <Entries entries={entries} onChoose={choose} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/**
 * What was chosen is done once the menu has gone and the focus is back at its button. While it was still closing, a
 * dialog opened by it counted as its child: the first click in it closed both, and the focus had nowhere to return to.
 */
function useChosen(open: boolean) {
  const waiting = useRef<(() => void) | null>(null);
  const [chosen, setChosen] = useState(false);
  const act = useCallback(() => {
    const onSelect = waiting.current;
    waiting.current = null;
    setChosen(false);
    onSelect?.();
  }, []);
  const choose = useCallback((onSelect: () => void) => {
    waiting.current = onSelect;
    setChosen(true);
  }, []);
  // Opened again or taken from the page before it has gone: nothing chosen is lost.
  useEffect(() => {
    if (open && waiting.current) act();
  }, [open, act]);
  useEffect(
    () => () => {
      waiting.current?.();
      waiting.current = null;
    },
    [],
  );
  // The focus returns in a microtask after the menu's last frame.
  return { chosen, choose, actWhenGone: () => setTimeout(act) };
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

type Choosing = { onChoose: (onSelect: () => void) => void };

function Entries({ entries, onChoose }: { entries: readonly MenuEntry[] } & Choosing) {
  return sectionsOf(entries).map(({ heading, line, actions }) => (
    <Base.Group key={heading ?? actions[0]?.label}>
      {line && <Base.Separator className="my-1 h-px bg-line" />}
      {heading && (
        <Base.GroupLabel className="px-2 pt-1.5 pb-0.5 text-xs text-muted">{heading}</Base.GroupLabel>
      )}
      {actions.map((action) => (
        <Action key={action.label} action={action} onChoose={onChoose} />
      ))}
    </Base.Group>
  ));
}

function Action({ action, onChoose }: { action: MenuAction } & Choosing) {
  return (
    <Base.Item
      className={clsx(optionClass, action.danger && 'text-danger')}
      disabled={action.disabledReason !== undefined}
      onClick={() => onChoose(action.onSelect)}
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
