import { Search } from 'lucide-react';
import { Kbd } from './kbd.tsx';
import { shortcutLabel } from './shortcut.ts';

/** The field-like button of the bar that opens the command palette. */
export function SearchButton({
  onOpen,
  text = 'Search or run a command',
}: {
  onOpen: () => void;
  text?: string;
}) {
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-7 w-85 min-w-24 shrink items-center gap-2 rounded-md border border-line-strong bg-bg px-2 text-faint hover:border-control-line"
    >
      <Search className="size-3.5 shrink-0" aria-hidden />
      <span className="min-w-0 flex-1 truncate text-left">{text}</span>
      <Kbd keys={shortcutLabel('Mod+K')} />
    </button>
  );
}
