import { type KeyboardEvent, useState } from 'react';
import { type Cents, cents, centsFromDecimal } from '#domain/money.ts';
import { type Day, isDay } from '#domain/time.ts';
import { formatMoney } from '../../../lib/format.ts';
import { typedNumber } from '../../../lib/typed-number.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { AllocationState } from './use-allocation.ts';

export type FillBarProps = {
  allocation: AllocationState;
  currency: string;
  today: Day;
  hasCredits: boolean;
  /** The amounts below are others than before. */
  onFilled: () => void;
};

/** Has the amounts below typed: an amount to the oldest first, or all that is due by a day. */
export function FillBar({ allocation, currency, today, hasCredits, onFilled }: FillBarProps) {
  const [amount, setAmount] = useState('');
  const [last, setLast] = useState<string>(today);
  const [told, setTold] = useState('');
  const read = typedNumber(amount.replace(/^\s*\$/, ''), centsFromDecimal);
  const tell = (sentence: string) => {
    setTold(sentence);
    announce(sentence);
    onFilled();
  };
  const oldest = () => {
    if (read === undefined) return setTold('An amount such as 1200.00.');
    if (read === null) return setTold('Say how much is to be paid.');
    tell(leftText(allocation.payOldest(cents(read)), currency));
  };
  const dueBy = () => {
    if (!isDay(last)) return setTold('Choose a day.');
    const count = allocation.payDueBy(last);
    tell(count === 0 ? 'Nothing is due by that day.' : '');
  };
  const onEnter = (act: () => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line px-3 py-1.5">
      <span className="inline-flex items-center gap-1.5">
        <label htmlFor="pay-due-by">All due by</label>
        <span className="w-36">
          <TextField
            id="pay-due-by"
            type="date"
            size="dense"
            value={last}
            onChange={({ target }) => setLast(target.value)}
            onKeyDown={onEnter(dueBy)}
          />
        </span>
        <Button onClick={dueBy}>Tick them</Button>
      </span>
      <span className="inline-flex items-center gap-1.5">
        <label htmlFor="pay-oldest">Oldest first</label>
        <span className="w-28">
          <TextField
            id="pay-oldest"
            size="dense"
            numeric
            inputMode="decimal"
            placeholder="Amount"
            value={amount}
            onChange={({ target }) => setAmount(target.value)}
            onKeyDown={onEnter(oldest)}
          />
        </span>
        <Button onClick={oldest}>Spread</Button>
      </span>
      {hasCredits && (
        <Checkbox
          label="With credits"
          checked={allocation.usesCredits}
          onChange={({ target }) => allocation.setUsesCredits(target.checked)}
        />
      )}
      {told !== '' && <span className="text-muted">{told}</span>}
    </div>
  );
}

const leftText = (left: Cents, currency: string): string =>
  left > 0 ? `${formatMoney(left, currency)} of it is more than is open.` : '';
