import { X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { IconButton } from '../ui/icon-button.tsx';

export type OpenedBelowProps = {
  /** What it is: "Payables of Heron Supply". */
  label: string;
  /** The list above, by its label: the row this was opened from has the keyboard again, or it would begin at the top. */
  list: string;
  title: ReactNode;
  /** What it comes to. */
  facts?: ReactNode;
  links?: ReactNode;
  onClose: () => void;
  children: ReactNode;
};

/** Below a list, what stands behind one of its rows. */
export function OpenedBelow({ label, list, title, facts, links, onClose, children }: OpenedBelowProps) {
  useEffect(
    () => () =>
      queueMicrotask(() =>
        document.querySelector<HTMLElement>(`table[role=grid][aria-label=${list}] tr[tabindex="0"]`)?.focus(),
      ),
    [list],
  );
  return (
    <section
      aria-label={label}
      data-print="hide"
      className="flex min-h-0 flex-3 flex-col border-t border-line-strong bg-surface"
    >
      <header className="flex items-center gap-x-3 gap-y-0.5 border-b border-line px-3 py-1.5 max-sm:flex-wrap">
        <h2 className="m-0 min-w-0 truncate font-semibold">{title}</h2>
        {facts && <p className="m-0 flex flex-wrap gap-x-3 text-muted tabular-nums">{facts}</p>}
        <span className="ml-auto flex items-center gap-3">
          {links}
          <IconButton label="Close" icon={<X aria-hidden />} onClick={onClose} />
        </span>
      </header>
      {children}
    </section>
  );
}
