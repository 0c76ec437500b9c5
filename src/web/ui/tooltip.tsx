import { cloneElement, type ReactElement } from 'react';

export type TooltipProps = {
  /** undefined: nothing is marked */
  text: string | undefined;
  /** the one element it belongs to; it must hand props on to the DOM */
  children: ReactElement;
  side?: TipSide | undefined;
};
export type TipSide = 'top' | 'right' | 'bottom' | 'left';

/**
 * A short explanation on hover and focus. Never the only place something is said. Only marks its element: one layer
 * for the whole app shows the words (`tooltip-layer.tsx`), so that a screen of a hundred buttons pays for one.
 */
export function Tooltip({ text, children, side }: TooltipProps) {
  const marks = text === undefined ? {} : { 'data-tip': text, ...(side && { 'data-tip-side': side }) };
  return cloneElement(children as ReactElement<Record<string, string>>, marks);
}
