import { clsx } from 'clsx';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { isTable } from '../../../parts/pasted-cells.ts';
import { announce } from '../../../ui/announcer.tsx';
import { useAsyncSearch } from '../../../ui/use-async-search.ts';
import { CELL_WORDS, isFigure } from './grid-columns.ts';
import { eventOfKey } from './grid-keys.ts';
import type { GridEvent } from './grid-state.ts';
import { CELLS, type Cell, type FoundSku, type Row } from './line-row.ts';
import { SkuChoices } from './sku-choices.tsx';

export type CellBoxProps = {
  row: Row;
  index: number;
  /** Of all rows: the last cell of the last lets Tab out of the grid. */
  isLastRow: boolean;
  cell: Cell;
  isTyping: boolean;
  /** The grid had the focus before: moving to this cell moves it along. */
  takesFocus: boolean;
  lock: string | null;
  /** Where it stands what is wrong with the cell. */
  faultId: string | undefined;
  hint: string | undefined;
  send: (event: GridEvent) => void;
  search: (text: string) => Promise<readonly FoundSku[]>;
  onTake: (sku: FoundSku, key: string, text: string) => void;
  onPaste: (text: string) => void;
};

/** The cell one stands on is a text box, always: so typing, pasting and other alphabets work as anywhere. */
export function CellBox(props: CellBoxProps) {
  const { row, index, cell, isTyping, lock, faultId, send, onTake } = props;
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [lit, setLit] = useState(0);
  const text = row[cell];
  const typed = text.trim();
  const { search: look } = props;
  const latestLook = useRef(look);
  useEffect(() => {
    latestLook.current = look;
  });
  const search = useCallback((query: string) => latestLook.current(query), []);
  const isOpen = cell === 'code' && isTyping && typed !== '' && row.skuId === null;
  const found = useAsyncSearch(search, typed, isOpen);
  const isAnswered = found.status === 'done';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has its first match lit again
  useEffect(() => setLit(0), [typed]);
  const { takesFocus } = props;
  useEffect(() => {
    if (takesFocus) box.current?.focus();
    if (document.activeElement === box.current) box.current?.select();
  }, [takesFocus]);
  // What is filled in under one's hands is typed over like everything else: "5" must not become "15".
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what stands there changes
  useEffect(() => {
    if (!isTyping && document.activeElement === box.current) box.current?.select();
  }, [text]);
  // F2 puts the caret behind what stands there.
  useEffect(() => {
    if (isTyping && box.current)
      box.current.setSelectionRange(box.current.value.length, box.current.value.length);
  }, [isTyping]);

  function take(at: number): void {
    const sku = found.items[at];
    if (sku) onTake(sku, row.key, text);
    else send({ type: 'freeText', key: row.key, text: typed });
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const isFirst = index === 0 && cell === CELLS[0];
    const isLast = props.isLastRow && cell === CELLS.at(-1);
    if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setLit((now) => Math.max(0, Math.min(found.items.length, now + by)));
      return;
    }
    const meant = eventOfKey(event, { isTyping, row: index, cell, isFirst, isLast });
    if (!meant) return;
    event.preventDefault();
    event.stopPropagation();
    if (lock && meant.type === 'edit') {
      announce(lock, 'assertive');
      return;
    }
    // Taken from the list as it stands; where it has not answered yet, the hook asks and one goes on.
    const takes = event.key === 'Enter' || event.key === 'Tab';
    if (isOpen && takes && isAnswered && (found.items.length > 0 || lit > 0)) take(lit);
    send(meant);
  }
  function onPaste(event: ClipboardEvent<HTMLInputElement>): void {
    const pasted = event.clipboardData.getData('text/plain');
    if (!isTable(pasted)) return;
    event.preventDefault();
    props.onPaste(pasted);
  }
  return (
    <span ref={setAnchor} className="block">
      <input
        ref={box}
        type="text"
        autoComplete="off"
        spellCheck={cell === 'description'}
        inputMode={isFigure(cell) ? 'decimal' : undefined}
        aria-label={`${CELL_WORDS[cell]}, line ${index + 1}`}
        aria-invalid={faultId ? true : undefined}
        aria-describedby={faultId ?? (lock ? `${id}-says` : undefined)}
        readOnly={lock !== null}
        title={lock ?? undefined}
        placeholder={props.hint}
        value={text}
        {...(cell === 'code'
          ? {
              role: 'combobox',
              'aria-expanded': isOpen,
              'aria-controls': isOpen ? `${id}-list` : undefined,
              'aria-autocomplete': 'list' as const,
              'aria-activedescendant': isOpen ? `${id}-list-${lit}` : undefined,
            }
          : {})}
        onChange={({ target }) => send({ type: 'typed', text: target.value })}
        onDoubleClick={() => !lock && send({ type: 'edit' })}
        onBlur={() => send({ type: 'leave' })}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        className={clsx(
          'block h-8 w-full min-w-0 rounded-sm bg-surface px-2 text-text outline-2 -outline-offset-1',
          faultId ? 'outline-danger' : 'outline-accent not-focus:outline-control-line not-focus:outline-1',
          isFigure(cell) && 'text-right tabular-nums',
          lock && 'bg-off text-muted',
        )}
      />
      {lock && (
        <span id={`${id}-says`} className="sr-only">
          {lock}
        </span>
      )}
      {isOpen && (
        <SkuChoices
          id={`${id}-list`}
          anchor={anchor}
          items={isAnswered ? found.items : []}
          typed={typed}
          status={found.status}
          lit={lit}
          onTake={(at) => {
            take(at);
            send({ type: 'step', step: 'onward' });
          }}
        />
      )}
    </span>
  );
}
