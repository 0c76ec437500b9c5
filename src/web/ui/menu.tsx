import {
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
  useMemo,
  useState,
} from 'react';
import { whenOpened } from '../lib/when-opened.tsx';
import type { MenuPopupProps } from './menu-popup.tsx';

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

const MenuPopup = whenOpened<MenuPopupProps>(async () => (await import('./menu-popup.tsx')).MenuPopup);

type Opener = {
  ref: Ref<HTMLElement>;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
  onClick: (event: MouseEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** Actions behind one button. Only the button is there from the start; the list is read at rest or when asked for. */
export function Menu({ trigger, entries, align = 'end' }: MenuProps) {
  const [open, setOpen] = useState<'no' | 'byKeys' | 'byPointer'>('no');
  const [button, setButton] = useState<HTMLElement | null>(null);
  const isOpen = open !== 'no';
  const opener: Opener = {
    ref: setButton,
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    // A click by Enter or Space has no count of clicks.
    onClick: ({ detail }) => setOpen(isOpen ? 'no' : detail === 0 ? 'byKeys' : 'byPointer'),
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      setOpen('byKeys');
    },
  };
  return (
    <>
      {cloneElement(trigger as ReactElement<Opener>, opener)}
      <MenuPopup
        open={isOpen}
        byKeys={open === 'byKeys'}
        anchor={button}
        opener={button}
        entries={entries}
        align={align}
        onClose={() => setOpen('no')}
      />
    </>
  );
}

type Heard = { onContextMenu: (event: MouseEvent) => void };

/** The same entries on right click (and the menu key) over an element. */
export function ContextMenu({
  entries,
  children,
}: {
  entries: readonly MenuEntry[];
  children: ReactElement;
}) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState({ x: 0, y: 0 });
  const anchor = useMemo(() => ({ getBoundingClientRect: () => DOMRect.fromRect(at) }), [at]);
  const heard: Heard = {
    onContextMenu: (event) => {
      event.preventDefault();
      setAt({ x: event.clientX, y: event.clientY });
      setOpen(true);
    },
  };
  return (
    <>
      {cloneElement(children as ReactElement<Heard>, heard)}
      <MenuPopup
        open={open}
        byKeys={false}
        anchor={anchor}
        opener={null}
        entries={entries}
        align="start"
        onClose={() => setOpen(false)}
      />
    </>
  );
}
