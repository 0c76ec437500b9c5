import { useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { optionClass } from '../../ui/overlay-class.ts';

/** One of those that fit what is typed: what is put into the cell, what it is, what it costs. */
export type Choice = {
  readonly text: string;
  readonly detail?: readonly string[];
  readonly aside?: string;
  /** What is behind it, where it is a SKU. */
  readonly sku?: object;
};
export type CellChoicesProps = {
  id: string;
  /** The cell it opens below. */
  anchor: HTMLElement | null;
  /** "Parts". */
  label: string;
  items: readonly Choice[];
  /** What is typed may stay as text. */
  takesText: boolean;
  typed: string;
  status: 'idle' | 'searching' | 'done' | 'failed';
  /** Of the items; one past them is the offer to leave it as text. */
  lit: number;
  onTake: (index: number) => void;
};

/** What fits, below the cell where it is typed. In a layer of its own, so that the grid's edge does not cut it off. */
export function CellChoices(props: CellChoicesProps) {
  const { id, anchor, label, items, takesText, typed, status, lit, onTake } = props;
  const place = usePlaceBelow(anchor);
  if (!place) return null;
  const words =
    status === 'failed'
      ? 'The search did not answer. Type on to try again.'
      : status === 'searching'
        ? 'Searching…'
        : takesText
          ? 'No SKU like that.'
          : 'Nothing like that.';
  const option = (index: number) => ({
    id: `${id}-${index}`,
    role: 'option',
    'aria-selected': index === lit,
    'data-highlighted': index === lit ? '' : undefined,
    className: optionClass,
    // The text box keeps the focus.
    onMouseDown: (event: React.MouseEvent) => event.preventDefault(),
    onClick: () => onTake(index),
  });
  return createPortal(
    <div
      className="fixed z-50 max-h-80 max-w-130 min-w-80 overflow-y-auto rounded-md border border-line bg-raised p-1 text-sm text-text shadow-overlay"
      style={place}
    >
      {items.length === 0 && (
        <p role="status" className="px-2 py-1.5 text-xs text-muted">
          {words}
        </p>
      )}
      <div id={id} role="listbox" aria-label={label}>
        {items.map(({ text, detail = [], aside }, index) => (
          <div key={text} {...option(index)}>
            <bdi className="font-medium">{text}</bdi>
            <span className="min-w-0 flex-1 truncate text-muted">
              {detail.map((one, at) => (
                <span key={one}>
                  {at > 0 && ' · '}
                  <bdi>{one}</bdi>
                </span>
              ))}
            </span>
            {aside && <span className="tabular-nums">{aside}</span>}
          </div>
        ))}
        {takesText && (
          <div {...option(items.length)}>
            <span className="min-w-0 truncate text-accent">
              As text: “<bdi>{typed}</bdi>”
            </span>
          </div>
        )}
      </div>
    </div>,
    document.body,
  );
}

function usePlaceBelow(anchor: HTMLElement | null) {
  const [place, setPlace] = useState<{ left: number; top?: number; bottom?: number } | null>(null);
  useLayoutEffect(() => {
    if (!anchor) return;
    const measure = () => {
      const { left, top, bottom } = anchor.getBoundingClientRect();
      const view = document.documentElement;
      const isLow = bottom + 320 > view.clientHeight && top > view.clientHeight / 2;
      const within = Math.max(8, Math.min(left, view.clientWidth - 330));
      setPlace(
        isLow ? { left: within, bottom: view.clientHeight - top + 2 } : { left: within, top: bottom + 2 },
      );
    };
    measure();
    addEventListener('scroll', measure, true);
    addEventListener('resize', measure);
    return () => {
      removeEventListener('scroll', measure, true);
      removeEventListener('resize', measure);
    };
  }, [anchor]);
  return place;
}
