import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { controlClass } from './control-class.ts';
import { useFieldWiring } from './field.tsx';

/** Several lines; grows with what is typed where the browser can, otherwise it can be dragged larger. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  const wiring = useFieldWiring();
  return (
    <textarea
      rows={rows}
      {...wiring}
      {...rest}
      className={clsx(controlClass(), 'field-sizing-content resize-y py-1.5 leading-[1.4]', className)}
    />
  );
}
