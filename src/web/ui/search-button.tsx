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
      // Its words go before anything beside it is cut; the magnifying glass stays.
      className="flex h-7 w-85 min-w-7 shrink-[99999] items-center overflow-hidden gap-2 rounded-md border border-line-strong bg-bg px-2 text-faint hover:border-control-line max-xl:w-56 max-md:w-7 max-md:shrink-0 max-md:justify-center max-md:px-0"
    >
      <Search className="size-3.5 shrink-0" aria-hidden />
      <span className="min-w-0 flex-1 truncate text-left max-md:sr-only">{text}</span>
      <Kbd keys={shortcutLabel('Mod+K')} className="max-md:hidden" />
    </button>
  );
}
