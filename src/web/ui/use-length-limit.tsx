import { CircleAlert } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';

type Control = HTMLInputElement | HTMLTextAreaElement;

/**
 * More than fits is kept and said, never cut: the browser's own `maxlength` drops the end of what is pasted without a
 * word. Whoever saves it is refused by the same limit in the contract.
 *
 * @param value of a controlled field; undefined: the field holds it itself and is looked at
 */
export function useLengthLimit<Element extends Control>(
  most: number | undefined,
  value: unknown,
  ref: Ref<Element> | undefined,
  describedBy: string | undefined,
) {
  const noteId = useId();
  const held = useRef<Element | null>(null);
  const [typed, setTyped] = useState(0);
  // A form that is reset or filled tells nobody: what stands in the field now is what counts.
  useEffect(() => {
    if (most !== undefined && value === undefined) setTyped(held.current?.value.length ?? 0);
  });
  const length = typeof value === 'string' ? value.length : typed;
  const isTooLong = most !== undefined && length > most;
  const note: ReactNode = isTooLong && (
    <span id={noteId} role="alert" className="mt-1 flex items-start gap-1 text-xs text-danger">
      <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
      {`${length.toLocaleString('en-US')} of ${most.toLocaleString('en-US')} characters. Shorten it by ${(length - most).toLocaleString('en-US')}.`}
    </span>
  );
  const wiring = isTooLong
    ? {
        'aria-invalid': true as const,
        'aria-describedby': [describedBy, noteId].filter(Boolean).join(' '),
      }
    : {};
  return {
    note,
    wiring,
    /** For `onInput`: the field that holds its text itself. */
    look: () => setTyped(held.current?.value.length ?? 0),
    ref: (element: Element | null) => {
      held.current = element;
      if (typeof ref === 'function') return ref(element);
      if (ref) ref.current = element;
      return undefined;
    },
  };
}
