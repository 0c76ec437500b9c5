import type { UseFormRegisterReturn } from 'react-hook-form';
import { LONGEST_EXTERNAL_KEY } from '#domain/lengths.ts';
import { problemOf } from '../lib/api.ts';
import { errorText } from '../lib/refusal-text.ts';
import { Field } from '../ui/field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { KeyTakenLink } from './external-key-field.tsx';

/** What was typed as it is kept: nothing is no key. */
export const keyOf = (typed: string | null): string | null => typed?.trim() || null;

export type KeyInputProps = UseFormRegisterReturn & {
  message: string | undefined;
  /** What the form was refused with. */
  refused: unknown;
  className?: string | undefined;
};

/** What another program calls the place or contact; one that is taken leads to who has it. */
export function KeyInput({ message, refused, className, ...input }: KeyInputProps) {
  const isTaken = message !== undefined && problemOf(refused)?.code === 'record.key_taken';
  return (
    <div className={className}>
      <Field
        label="External key"
        hint="What another program calls it. An import finds it by this."
        error={isTaken ? errorText(refused) : message}
      >
        <TextField {...input} maxLength={LONGEST_EXTERNAL_KEY} />
      </Field>
      {isTaken && <KeyTakenLink error={refused} />}
    </div>
  );
}
