import { clsx } from 'clsx';
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
  /** stands in place of the side while there is no room for it */
  strip?: ReactNode;
  /** on a phone the side stands below the page instead of taking its room */
  stacks?: boolean | undefined;
  /** when a drag or key ends, to keep it as the person's setting */
  onWidthChange?: ((width: number) => void) | undefined;
};

const USUAL_WIDTH = 320;
/** A hand that clicks trembles. */
const CLICK_PX = 4;

/** The next wider of a few; after the widest the narrowest. */
function afterClick(width: number, { min, usual, max }: Record<'min' | 'usual' | 'max', number>): number {
  const widths = [min, usual, Math.round((usual + max) / 2), max].filter((one) => one >= min && one <= max);
  return widths.find((one) => one > width) ?? min;
}

/**
 * A page with a side panel whose edge is dragged, moved with the arrow keys, or clicked: wider, widest, narrow and as it
 * was, for who cannot drag (WCAG 2.5.7).
 */
export function SplitPane({
  children,
  side,
  label,
  defaultWidth = USUAL_WIDTH,
  min = 240,
  max = 640,
  strip,
  stacks,
  onWidthChange,
}: SplitPaneProps) {
  const [width, setWidth] = useState(defaultWidth);
  const drag = useRef<{ x: number; width: number } | null>(null);
  const within = (px: number) => Math.min(max, Math.max(min, Math.round(px)));
  const settle = (px: number) => {
    setWidth(within(px));
    onWidthChange?.(within(px));
  };
  const pane = (
    <>
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
        data-tip={`${label}: drag, click or arrow keys`}
        data-tip-side="left"
        className={clsx(
          'relative z-10 w-px shrink-0 cursor-col-resize touch-none bg-line after:absolute after:inset-y-0 after:-inset-x-3 hover:bg-accent active:bg-accent',
          stacks && 'max-md:hidden',
        )}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, width };
        }}
        onPointerMove={(event) => {
          if (drag.current) setWidth(within(drag.current.width + drag.current.x - event.clientX));
        }}
        onPointerUp={(event) => {
          const isClick = drag.current !== null && Math.abs(drag.current.x - event.clientX) < CLICK_PX;
          settle(isClick ? afterClick(width, { min, usual: USUAL_WIDTH, max }) : width);
          drag.current = null;
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
      <aside
        data-shell="panel"
        style={{ width }}
        className={clsx(
          'shrink-0 overflow-auto bg-surface',
          stacks && 'max-md:w-full! max-md:border-t max-md:border-line',
        )}
      >
        {side}
      </aside>
    </>
  );
  return (
    <div
      className={clsx(
        'flex h-full min-h-0 print:block print:h-auto',
        stacks && 'max-md:block max-md:overflow-y-auto',
      )}
    >
      <div
        className={clsx(
          'min-w-0 flex-1 overflow-auto print:overflow-visible',
          stacks && 'max-md:overflow-x-auto',
        )}
      >
        {children}
      </div>
      {strip ?? pane}
    </div>
  );
}
