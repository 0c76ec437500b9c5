import { clsx } from 'clsx';
import { Plus } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { LONGEST_SERIAL } from '#domain/lengths.ts';
import { announce } from '../ui/announcer.tsx';
import { Chip, chipClass } from '../ui/chip.tsx';
import { TextField } from '../ui/text-field.tsx';

export type SerialEntryProps = {
  /** "Serial numbers of HEATER". */
  label: string;
  inputId: string;
  serials: readonly string[];
  onChange: (serials: readonly string[]) => void;
  /** Those that lie there, to be chosen without a scanner. */
  choices?: readonly string[] | undefined;
};

/** More are found by typing or scanning. */
const MOST_CHOICES = 12;

/** Numbers scanned one after the other, each with Enter; a list of them is pasted at once. */
export function SerialEntry({ label, inputId, serials, onChange, choices = [] }: SerialEntryProps) {
  const left = choices.filter((one) => !serials.includes(one)).slice(0, MOST_CHOICES);
  const [typed, setTyped] = useState('');
  const [twice, setTwice] = useState<string | null>(null);
  function add(found: readonly string[]): void {
    const fresh = [...new Set(found.map((one) => one.trim()).filter(Boolean))];
    const known = fresh.find((one) => serials.includes(one)) ?? null;
    const next = [...serials, ...fresh.filter((one) => !serials.includes(one))];
    setTwice(known);
    setTyped('');
    if (next.length === serials.length) return;
    onChange(next);
    announce(`${next.length} scanned`);
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      add([typed]);
    }
    if (event.key === 'Backspace' && typed === '' && serials.length > 0) onChange(serials.slice(0, -1));
  };
  const onPaste = (event: ClipboardEvent) => {
    const parts = event.clipboardData.getData('text').split(/[\r\n\t,;]+/);
    if (parts.filter((one) => one.trim()).length < 2) return;
    event.preventDefault();
    add(parts);
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1">
      <span className="text-xs text-muted">Serial numbers</span>
      {serials.map((serial) => (
        <Chip
          key={serial}
          removeLabel={`Take ${serial} off`}
          onRemove={() => onChange(serials.filter((one) => one !== serial))}
        >
          <bdi className="wrap-anywhere">{serial}</bdi>
        </Chip>
      ))}
      <TextField
        id={inputId}
        size="dense"
        aria-label={label}
        placeholder="Scan, then Enter"
        maxLength={LONGEST_SERIAL}
        className="w-44!"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => typed.trim() !== '' && add([typed])}
      />
      {left.map((serial) => (
        <button
          key={serial}
          type="button"
          aria-label={`Choose ${serial}`}
          className={clsx(chipClass('plain'), 'hover:bg-hover')}
          onClick={() => add([serial])}
        >
          <Plus aria-hidden />
          <bdi className="wrap-anywhere">{serial}</bdi>
        </button>
      ))}
      {twice !== null && (
        <span role="alert" className="text-xs text-danger">
          <bdi>{twice}</bdi> is here already.
        </span>
      )}
    </div>
  );
}
