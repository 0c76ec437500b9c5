/** Where a key leads in the grid of open bills. */
const PAGE = 10;

type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
};

/** The row to go to from `at`; undefined: the key is the box's own. */
export function rowAfter(
  { key, ctrlKey, metaKey, shiftKey }: Key,
  at: number,
  count: number,
): number | undefined {
  const isWith = ctrlKey || metaKey;
  const to = ((): number | undefined => {
    switch (key) {
      case 'ArrowDown':
        return at + 1;
      case 'ArrowUp':
        return at - 1;
      case 'Enter':
        // With Ctrl it pays.
        return isWith ? undefined : at + (shiftKey ? -1 : 1);
      case 'PageDown':
        return at + PAGE;
      case 'PageUp':
        return at - PAGE;
      case 'Home':
        return isWith ? 0 : undefined;
      case 'End':
        return isWith ? count - 1 : undefined;
      default:
        return undefined;
    }
  })();
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}
