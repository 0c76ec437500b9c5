import { clsx } from 'clsx';
import { LoaderCircle } from 'lucide-react';
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';
import { Kbd } from './kbd.tsx';
import { Tooltip } from './tooltip.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

type ButtonVariant = 'secondary' | 'primary' | 'danger' | 'ghost';
type ButtonSize = 'dense' | 'form';

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant | undefined;
  /** dense 28 px (default), form 32 px */
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  /** keys shown at the end, e.g. "Ctrl Enter"; showing only, bind them with useShortcut */
  shortcut?: string | undefined;
  /** a request is under way: spinner, no second click */
  busy?: boolean | undefined;
  /** why the action is not possible now: keeps focus and says so, instead of vanishing */
  disabledReason?: string | undefined;
};

const variants: Record<ButtonVariant, string> = {
  secondary: 'border-line-strong bg-surface text-text enabled:not-aria-disabled:hover:bg-hover',
  primary:
    'border-accent bg-accent text-on-accent font-semibold enabled:not-aria-disabled:hover:bg-accent-hover enabled:not-aria-disabled:hover:border-accent-hover',
  danger:
    'border-danger bg-danger text-on-danger font-semibold enabled:not-aria-disabled:hover:bg-danger-hover enabled:not-aria-disabled:hover:border-danger-hover',
  ghost: 'border-transparent bg-transparent text-text enabled:not-aria-disabled:hover:bg-hover',
};

/** The look of a button for a router link, which must stay a link. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'dense'): string {
  return clsx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border whitespace-nowrap select-none no-underline hover:no-underline',
    'disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
    size === 'dense' ? 'h-7 px-2.5 text-sm' : 'h-8 px-3 text-base',
    variants[variant],
  );
}

export function Button({
  variant,
  size,
  icon,
  shortcut,
  busy,
  disabledReason,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const blocked = Boolean(busy || disabledReason);
  const button = (
    <button
      type="button"
      {...rest}
      {...(blocked && { 'aria-disabled': true })}
      {...(busy && { 'aria-busy': true })}
      {...(disabledReason && { 'aria-describedby': reasonId })}
      className={clsx(buttonClass(variant, size), className)}
      onClick={blocked ? (event: MouseEvent) => event.preventDefault() : onClick}
    >
      {busy ? <LoaderCircle className="animate-spin" aria-hidden /> : icon}
      {children}
      {shortcut && <Kbd keys={shortcut} className="ml-1" />}
    </button>
  );
  // With and without a reason it stands at the same place: another element would lose the focus it has.
  return (
    <>
      <Tooltip text={disabledReason}>{button}</Tooltip>
      {disabledReason && <VisuallyHidden id={reasonId}>{disabledReason}</VisuallyHidden>}
    </>
  );
}
