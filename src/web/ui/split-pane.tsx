import { type ReactNode, useRef, useState } from 'react';

export type SplitPaneProps = {
  children: ReactNode;
  side: ReactNode;
  /** what the separator resizes: "History panel" */
  label: string;
  /** px */
  defaultWidth?: number | undefined;
  min?: number | undefined;
  max?: number | undefined;
  /** when a drag or key ends, to keep it as the person's setting */
  onWidthChange?: ((width: number) => void) | undefined;
};

/** A page with a side panel whose edge is dragged, or moved with the arrow keys. */
export function SplitPane({
  children,
  side,
  label,
  defaultWidth = 320,
  min = 240,
  max = 640,
  onWidthChange,
}: SplitPaneProps) {
  const [width, setWidth] = useState(defaultWidth);
  const drag = useRef<{ x: number; width: number } | null>(null);
  const within = (px: number) => Math.min(max, Math.max(min, Math.round(px)));
  const settle = (px: number) => {
    setWidth(within(px));
    onWidthChange?.(within(px));
  };
  return (
    <div className="flex h-full min-h-0">
      <div className="min-w-0 flex-1 overflow-auto">{children}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot take the focus and the arrow keys of a window splitter */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={width}
        aria-valuemin={min}
        aria-valuemax={max}
        tabIndex={0}
        data-print="hide"
        className="relative z-10 w-px shrink-0 cursor-col-resize touch-none bg-line after:absolute after:inset-y-0 after:-inset-x-3 hover:bg-accent active:bg-accent"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, width };
        }}
        onPointerMove={(event) => {
          if (drag.current) setWidth(within(drag.current.width + drag.current.x - event.clientX));
        }}
        onPointerUp={() => {
          drag.current = null;
          settle(width);
        }}
        onPointerCancel={() => {
          if (drag.current) setWidth(drag.current.width);
          drag.current = null;
        }}
        onKeyDown={(event) => {
          const step = { ArrowLeft: 16, ArrowRight: -16, Home: max - width, End: min - width }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          settle(width + step);
        }}
      />
      <aside data-shell="panel" style={{ width }} className="shrink-0 overflow-auto bg-surface">
        {side}
      </aside>
    </div>
  );
}
