import { CircleAlert } from 'lucide-react';
import {
  type InputEvent,
  type InputEventHandler,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useFieldWiring, useSaysItself } from './field.tsx';

type Control = HTMLInputElement | HTMLTextAreaElement;

type TextControlProps<Element extends Control> = {
  maxLength?: number | undefined;
  /** Of a controlled field; undefined: the field holds it itself and is looked at. */
  value?: unknown;
  ref?: Ref<Element> | undefined;
  onInput?: InputEventHandler<Element> | undefined;
  'aria-describedby'?: string | undefined;
};

/**
 * What `<input>` and `<textarea>` have in common: the label and error of their Field, and a length. More than fits is
 * kept and said, never cut: the browser's own `maxlength` drops the end of what is pasted without a word. Whoever saves
 * it is refused by the same limit in the contract.
 *
 * @returns `control` goes onto the element, `note` below it
 */
export function useTextControl<Element extends Control, Props>(props: Props & TextControlProps<Element>) {
  const { maxLength: most, ref, onInput, ...rest } = props;
  const field = useFieldWiring();
  const { value } = rest;
  const describedBy = rest['aria-describedby'] ?? field['aria-describedby'];
  const noteId = useId();
  const held = useRef<Element | null>(null);
  const [typed, setTyped] = useState(0);
  // A form that is reset or filled tells nobody: what stands in the field now is what counts.
  useEffect(() => {
    if (most !== undefined && value === undefined) setTyped(held.current?.value.length ?? 0);
  });
  const length = typeof value === 'string' ? value.length : typed;
  const isTooLong = most !== undefined && length > most;
  useSaysItself(isTooLong);
  const note: ReactNode = isTooLong && (
    <span id={noteId} role="alert" className="mt-1 flex items-start gap-1 text-xs text-danger">
      <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
      {`${length.toLocaleString('en-US')} of ${most.toLocaleString('en-US')} characters. Shorten it by ${(length - most).toLocaleString('en-US')}.`}
    </span>
  );
  const tooLong = {
    'aria-invalid': true as const,
    'aria-describedby': [describedBy, noteId].filter(Boolean).join(' '),
  };
  const control = {
    ...field,
    ...rest,
    ...(isTooLong ? tooLong : {}),
    ref: (element: Element | null) => {
      held.current = element;
      if (typeof ref === 'function') return ref(element);
      if (ref) ref.current = element;
      return undefined;
    },
    onInput: (event: InputEvent<Element>) => {
      setTyped(held.current?.value.length ?? 0);
      onInput?.(event);
    },
  };
  return { control, note };
}
