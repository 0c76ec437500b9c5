import { describe, expect, test } from 'vitest';
import { keyActions, keyOf } from './page-actions.ts';

describe('keys of a page as actions of the palette', () => {
  test.each([
    ['T', { key: 't', ctrlKey: false, shiftKey: false }],
    ['Space', { key: ' ' }],
    ['Shift F10', { key: 'F10', shiftKey: true }],
    ['Ctrl Shift Z', { key: 'z', ctrlKey: true, shiftKey: true }],
    ['⌘ Z', { key: 'z', metaKey: true, ctrlKey: false }],
  ])('%s is one key to press', (keys, event) => {
    expect(keyOf(keys)).toMatchObject(event);
  });

  test.each(['← → ↑ ↓', '[ ]', ', .', 'Alt drag', '+ −, Ctrl wheel', 'X, Ctrl A, Esc', 'Shift ← →'])(
    '%s is none',
    (keys) => {
      expect(keyOf(keys)).toBeNull();
    },
  );

  test('are found by what they do', () => {
    const keys = {
      title: 'Board',
      rows: [
        ['Move to… (technician, time)', 'T'],
        ['To the tray', 'U'],
      ],
    } as const;
    expect(keyActions(keys, 'tray').map(({ label, shortcut }) => [label, shortcut])).toEqual([
      ['To the tray', 'U'],
    ]);
  });
});
