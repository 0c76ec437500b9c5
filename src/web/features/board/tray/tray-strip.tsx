import { PanelRightOpen } from 'lucide-react';

/** The tray where there is no room for it: how many wait, and the way to them. Bars may be dropped on it. */
export function TrayStrip({ unassigned, onOpen }: { unassigned: number; onOpen: () => void }) {
  return (
    <section
      aria-label="Tray"
      data-tray
      data-print="hide"
      className="flex w-9 shrink-0 flex-col border-l border-line bg-surface"
    >
      <button
        type="button"
        aria-expanded={false}
        aria-label={`Show the tray: ${unassigned} unassigned`}
        onClick={onOpen}
        className="flex flex-1 flex-col items-center gap-2 py-2.5 text-muted focus-inset hover:bg-hover"
      >
        <PanelRightOpen className="size-4 shrink-0" aria-hidden />
        <b className="text-base font-semibold text-text tabular-nums">{unassigned}</b>{' '}
        <span className="[writing-mode:vertical-rl]">Unassigned</span>
      </button>
    </section>
  );
}
