import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { type ControlSize, controlClass } from './control-class.ts';
import { useFieldWiring } from './field.tsx';

export type TextFieldProps = Omit<ComponentProps<'input'>, 'size'> & {
  size?: ControlSize | undefined;
  /** numbers and money: right-aligned, tabular */
  numeric?: boolean | undefined;
  /** a quiet sign before or after the text: a magnifier, "$", "min" */
  before?: ReactNode;
  after?: ReactNode;
};

/** One line of text. In a Field it takes its label from there, elsewhere give it an aria-label. */
export function TextField({ size, numeric, before, after, className, ...rest }: TextFieldProps) {
  const wiring = useFieldWiring();
  const input = (
    <input
      type="text"
      autoComplete="off"
      {...wiring}
      {...rest}
      className={clsx(
        controlClass(size),
        numeric && 'text-right tabular-nums',
        before && 'pl-8',
        after && 'pr-10',
        !before && !after && className,
      )}
    />
  );
  if (!before && !after) return input;
  return (
    <span className={clsx('relative block', className)}>
      {before && (
        <span className="pointer-events-none absolute inset-y-0 left-0 grid w-8 place-items-center text-muted [&_svg]:size-4">
          {before}
        </span>
      )}
      {input}
      {after && (
        <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-xs text-muted">
          {after}
        </span>
      )}
    </span>
  );
}
