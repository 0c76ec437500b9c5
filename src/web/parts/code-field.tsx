import { ScanBarcode } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { announce } from '../ui/announcer.tsx';
import { Field } from '../ui/field.tsx';
import { TextField } from '../ui/text-field.tsx';

export type CodeFieldProps = {
  /** What was done with it, in words; null: no line has this code. */
  onCode: (code: string) => string | null;
};

/** A scanner types a code and Enter: one more of that line. It stays here for the next. */
export function CodeField({ onCode }: CodeFieldProps) {
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<{ text: string; isWrong: boolean } | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const code = typed.trim();
    if (code === '') return;
    const done = onCode(code);
    const text = done ?? `No line has the code ${code}.`;
    setSaid({ text, isWrong: done === null });
    if (done !== null) announce(text);
    setTyped('');
  };
  return (
    <Field
      label="Scan a code"
      error={said?.isWrong ? said.text : undefined}
      hint={said && !said.isWrong ? said.text : undefined}
      className="w-52"
    >
      <TextField
        autoFocus
        value={typed}
        before={<ScanBarcode aria-hidden />}
        placeholder="SKU or part number"
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
      />
    </Field>
  );
}
