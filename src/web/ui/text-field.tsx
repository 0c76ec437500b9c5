import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { type ControlSize, controlClass } from './control-class.ts';
import { useTextControl } from './use-text-control.tsx';

export type TextFieldProps = Omit<ComponentProps<'input'>, 'size'> & {
  size?: ControlSize | undefined;
  /** numbers and money: right-aligned, tabular */
  numeric?: boolean | undefined;
  /** a quiet sign before or after the text: a magnifier, "$", "min" */
  before?: ReactNode;
  after?: ReactNode;
};

/**
 * One line of text. In a Field it takes its label from there, elsewhere give it an aria-label. `maxLength`: what is longer
 * stays and is said below it, it is not cut.
 */
export function TextField({ size, numeric, before, after, className, ...props }: TextFieldProps) {
  const { control, note } = useTextControl(props);
  const input = (
    <input
      type="text"
      autoComplete="off"
      {...control}
      className={clsx(
        controlClass(size),
        numeric && 'text-right tabular-nums',
        before && 'pl-8',
        after && 'pr-10',
        !before && !after && className,
      )}
    />
  );
  if (!before && !after) {
    return (
      <>
        {input}
        {note}
      </>
    );
  }
  const framed = (
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
  return (
    <>
      {framed}
      {note}
    </>
  );
}
