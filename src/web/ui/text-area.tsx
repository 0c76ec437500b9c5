import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { controlClass } from './control-class.ts';
import { useFieldWiring } from './field.tsx';
import { useLengthLimit } from './use-length-limit.tsx';

/** Several lines, `maxLength` as in TextField; grows with what is typed where the browser can, otherwise it can be dragged larger. */
export function TextArea(props: ComponentProps<'textarea'>) {
  const { className, rows = 3, maxLength, onInput, ref, ...rest } = props;
  const wiring = useFieldWiring();
  const describedBy = rest['aria-describedby'] ?? wiring['aria-describedby'];
  const limit = useLengthLimit(maxLength, rest.value, ref, describedBy);
  return (
    <>
      <textarea
        rows={rows}
        {...wiring}
        {...rest}
        {...limit.wiring}
        ref={limit.ref}
        onInput={(event) => {
          limit.look();
          onInput?.(event);
        }}
        className={clsx(controlClass(), 'field-sizing-content resize-y py-1.5 leading-[1.4]', className)}
      />
      {limit.note}
    </>
  );
}
