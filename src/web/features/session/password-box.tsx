import { Eye, EyeOff } from 'lucide-react';
import { type Ref, useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';

export type PasswordBoxProps = {
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean | undefined;
  autoComplete?: 'current-password' | 'new-password' | undefined;
  name?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** A password with an eye: a sentence of forty letters is not typed blind. */
export function PasswordBox({
  value,
  onChange,
  autoFocus,
  autoComplete = 'current-password',
  name = 'password',
  ref,
}: PasswordBoxProps) {
  const [isShown, setShown] = useState(false);
  return (
    <span className="relative block">
      <TextField
        ref={ref}
        type={isShown ? 'text' : 'password'}
        name={name}
        autoComplete={autoComplete}
        autoFocus={autoFocus}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="pr-9"
      />
      <button
        type="button"
        aria-label={isShown ? 'Hide the password' : 'Show the password'}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
        className="absolute inset-y-0 right-0 grid w-8 place-items-center text-icon hover:text-text focus-inset [&_svg]:size-4"
      >
        {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </button>
    </span>
  );
}
