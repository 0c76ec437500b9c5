import { clsx } from 'clsx';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { announce } from '../../ui/announcer.tsx';
import { useAsyncSearch } from '../../ui/use-async-search.ts';
import { isTable } from '../pasted-cells.ts';
import { CellChoices, type Choice } from './cell-choices.tsx';
import { eventOfKey } from './grid-keys.ts';
import { type GridRow, textIn } from './grid-row.ts';
import type { KeyEvent } from './grid-state.ts';

/** What stands in a cell is sent as it is typed, and goes with the cell when it is left. */
type CellEvent =
  | KeyEvent
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'leave' }
  | { readonly type: 'freeText'; readonly key: string; readonly text: string };

/** What a cell is typed from, where it is one of a list. */
export type Choices = {
  /** "Parts". */
  readonly label: string;
  /** Whether what stands there is one of them. */
  readonly isSettled: (row: GridRow) => boolean;
  /** undefined: one of our own SKUs or text; else only what is in the list. */
  readonly isList?: boolean;
};

export type CellBoxProps = {
  row: GridRow;
  index: number;
  /** Of all rows: the last cell of the last lets Tab out of the grid. */
  isLastRow: boolean;
  cell: string;
  /** "Part". */
  word: string;
  isFirstCell: boolean;
  isLastCell: boolean;
  isFigure: boolean;
  /** null: nothing is chosen here, only typed. */
  choices: Choices | null;
  isTyping: boolean;
  /** The grid had the focus before: moving to this cell moves it along. */
  takesFocus: boolean;
  lock: string | null;
  /** Where it stands what is wrong with the cell. */
  faultId: string | undefined;
  hint: string | undefined;
  send: (event: CellEvent) => void;
  search: (cell: string, text: string) => Promise<readonly Choice[]>;
  onTake: (choice: Choice, cell: string, key: string, text: string) => void;
  onPaste: (text: string) => void;
};

/** The cell one stands on is a text box, always: so typing, pasting and other alphabets work as anywhere. */
export function CellBox(props: CellBoxProps) {
  const { row, index, cell, word, isFigure, choices, isTyping, lock, faultId, send, onTake } = props;
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [lit, setLit] = useState(0);
  const text = textIn(row, cell);
  const typed = text.trim();
  const { search: look } = props;
  const latestLook = useRef(look);
  useEffect(() => {
    latestLook.current = look;
  });
  const search = useCallback((query: string) => latestLook.current(cell, query), [cell]);
  const isOpen = choices !== null && isTyping && typed !== '' && !choices.isSettled(row);
  const takesText = choices?.isList !== true;
  const found = useAsyncSearch(search, typed, isOpen, choices?.isList ? 0 : undefined);
  const isAnswered = found.status === 'done';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has its first match lit again
  useEffect(() => setLit(0), [typed]);
  const { takesFocus } = props;
  // All before the next key can come: what is filled in late must not be typed onto.
  useLayoutEffect(() => {
    if (takesFocus) box.current?.focus();
    if (document.activeElement === box.current) box.current?.select();
  }, [takesFocus]);
  // What is filled in under one's hands is typed over like everything else: "5" must not become "15".
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what stands there changes
  useLayoutEffect(() => {
    if (!isTyping && document.activeElement === box.current) box.current?.select();
  }, [text]);
  // F2 puts the caret behind what stands there.
  useLayoutEffect(() => {
    if (isTyping && box.current)
      box.current.setSelectionRange(box.current.value.length, box.current.value.length);
  }, [isTyping]);

  function take(at: number): void {
    const choice = found.items[at];
    if (choice) onTake(choice, cell, row.key, text);
    else if (takesText) send({ type: 'freeText', key: row.key, text: typed });
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const isFirst = index === 0 && props.isFirstCell;
    const isLast = props.isLastRow && props.isLastCell;
    if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setLit((now) => Math.max(0, Math.min(found.items.length - (takesText ? 0 : 1), now + by)));
      return;
    }
    const meant = eventOfKey(event, { isTyping, row: index, isFirst, isLast });
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
        inputMode={isFigure ? 'decimal' : undefined}
        aria-label={`${word}, line ${index + 1}`}
        aria-invalid={faultId ? true : undefined}
        aria-describedby={faultId ?? (lock ? `${id}-says` : undefined)}
        readOnly={lock !== null}
        title={lock ?? undefined}
        placeholder={props.hint}
        value={text}
        {...(choices
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
          isFigure && 'text-right tabular-nums',
          lock && 'bg-off text-muted',
        )}
      />
      {lock && (
        <span id={`${id}-says`} className="sr-only">
          {lock}
        </span>
      )}
      {isOpen && (
        <CellChoices
          id={`${id}-list`}
          label={choices.label}
          takesText={takesText}
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
