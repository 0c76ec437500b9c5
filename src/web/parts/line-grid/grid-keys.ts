import type { KeyEvent } from './grid-state.ts';

export type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};
export type Where = {
  readonly isTyping: boolean;
  readonly row: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

const step = (to: Extract<KeyEvent, { type: 'step' }>['step']): KeyEvent => ({ type: 'step', step: to });
const jump = (to: Extract<KeyEvent, { type: 'jump' }>['to']): KeyEvent => ({ type: 'jump', to });

/**
 * What a key means in the grid; null: it is the text box's, or the page's. While one types, arrows to the side and
 * Delete belong to the text; else they go from cell to cell and take the line off.
 */
export function eventOfKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Key, where: Where): KeyEvent | null {
  const isMod = ctrlKey || metaKey;
  if (altKey) return null;
  if (isMod) {
    if (where.isTyping) return null;
    return key === 'Home' ? jump('first') : key === 'End' ? jump('last') : null;
  }
  switch (key) {
    case 'ArrowUp':
      return step('up');
    case 'ArrowDown':
      return step('down');
    case 'Enter':
      return step(shiftKey ? 'up' : 'onward');
    case 'Tab':
      // Out of the grid at its ends: the keyboard is never held.
      if (shiftKey) return where.isFirst ? null : step('previous');
      return where.isLast ? null : step('next');
    case 'Escape':
      return where.isTyping ? { type: 'takeBack' } : null;
    case 'F2':
      return { type: 'edit' };
    case 'Insert':
      return { type: 'insert' };
    case 'PageUp':
      return jump('pageUp');
    case 'PageDown':
      return jump('pageDown');
  }
  if (where.isTyping || shiftKey) return null;
  switch (key) {
    case 'ArrowLeft':
      return step('left');
    case 'ArrowRight':
      return step('right');
    case 'Home':
      return jump('rowStart');
    case 'End':
      return jump('rowEnd');
    case 'Delete':
      return { type: 'remove', row: where.row };
    default:
      return null;
  }
}
