import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { controlClass } from './control-class.ts';
import { useTextControl } from './use-text-control.tsx';

/** Several lines, `maxLength` as in TextField; grows with what is typed where the browser can, otherwise it can be dragged larger. */
export function TextArea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  const { control, note } = useTextControl(props);
  return (
    <>
      <textarea
        {...control}
        rows={rows}
        className={clsx(
          controlClass(),
          'field-sizing-content max-h-[60vh] resize-y py-1.5 leading-[1.4]',
          className,
        )}
      />
      {note}
    </>
  );
}
