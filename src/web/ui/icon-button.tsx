import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Tooltip } from './tooltip.tsx';

export type IconButtonProps = Omit<ButtonProps, 'children' | 'aria-label' | 'icon'> & {
  /** the accessible name, also the tooltip unless that is off */
  label: string;
  icon: ReactNode;
  /** false where the sign needs no words (the cross of a dialog) */
  tooltip?: boolean | undefined;
};

/** A square button with an icon; the word is its name and its tooltip. Ghost unless told otherwise. */
export function IconButton({
  label,
  icon,
  variant = 'ghost',
  size = 'dense',
  tooltip = true,
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <Button
      {...rest}
      aria-label={label}
      variant={variant}
      size={size}
      className={clsx(size === 'dense' ? 'w-7' : 'w-8', 'px-0!', className)}
    >
      {icon}
    </Button>
  );
  // The reason is the tooltip then. Marked or not it is the same element, which keeps its focus.
  return <Tooltip text={rest.disabledReason || !tooltip ? undefined : label}>{button}</Tooltip>;
}
