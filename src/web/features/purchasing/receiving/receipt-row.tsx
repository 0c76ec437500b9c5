import { clsx } from 'clsx';
import { CircleAlert } from 'lucide-react';
import { memo } from 'react';
import type { Id } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import { unitsText } from '../../../lib/stock-words.ts';
import { SerialEntry } from '../../../parts/serial-entry.tsx';
import { controlClass } from '../../../ui/control-class.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { cameOf, type LineDraft, openAfter, type ReceiptRow } from './receipt-draft.ts';

export type Place = { readonly id: Id; readonly name: string; readonly active: boolean };

export type ReceiptRowProps = {
  row: ReceiptRow;
  typed: LineDraft;
  places: readonly Place[];
  /** What is wrong with it. */
  wrong: string | undefined;
  /** What is still to come is asked for as well: of a new receipt. */
  asksWhen: boolean;
  onChange: (key: Id, changes: Partial<LineDraft>) => void;
};

const cell = 'border-b border-line px-2 py-1';
const number = 'text-right whitespace-nowrap tabular-nums';

/** Where the scanned numbers of a line are typed; the bar-code field leads there. */
export const serialInputId = (key: Id): string => `serials-${key}`;

/** A line while it is received: how much of it, where, its numbers. Drawn again only when it is another one: there may be 300. */
export const ReceiptLineRow = memo(function ReceiptLineRow(props: ReceiptRowProps) {
  const { row, typed, places, wrong, asksWhen, onChange } = props;
  const { key, line } = row;
  const came = cameOf(row, typed);
  const left = openAfter(row, came ?? 0);
  const what = line.skuCode ?? line.description;
  const errorId = `wrong-${key}`;
  const hasMore = line.serialized || wrong !== undefined;
  const noLine = hasMore && 'border-b-0';
  const described = wrong === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': errorId };
  return (
    <>
      <tr>
        <td className={clsx(cell, number, noLine, 'text-muted')}>{line.position}</td>
        <td className={clsx(cell, noLine, 'max-w-40 min-w-28 wrap-anywhere')}>
          <bdi className="font-medium">{line.skuCode}</bdi>
        </td>
        <td className={clsx(cell, noLine, 'min-w-40 wrap-anywhere')}>
          <bdi>{line.description}</bdi>
        </td>
        <td className={clsx(cell, number, noLine)}>
          {unitsText(line.quantity)} <span className="text-xs text-muted">{line.unit}</span>
        </td>
        <td className={clsx(cell, number, noLine)}>{unitsText(row.others)}</td>
        <td className={clsx(cell, noLine, 'w-24')}>
          {line.serialized ? (
            <span className={clsx(number, 'block')}>{unitsText(came ?? 0)}</span>
          ) : (
            <TextField
              size="dense"
              numeric
              inputMode="decimal"
              aria-label={`Came of ${what}`}
              {...described}
              value={typed.text}
              onChange={({ target }) => onChange(key, { text: target.value })}
            />
          )}
        </td>
        <td className={clsx(cell, noLine, 'w-48')}>
          {/* The browser's own: a list of 300 lines has as many. */}
          <select
            className={controlClass('dense')}
            aria-label={`Place of ${what}`}
            value={typed.placeId}
            onChange={({ target }) => onChange(key, { placeId: Number(target.value) })}
          >
            {places
              .filter(({ id, active }) => active || id === typed.placeId)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </td>
        {asksWhen && (
          <td className={clsx(cell, noLine, 'w-52 whitespace-nowrap')}>
            {left === 0 ? (
              <span className="text-faint">–</span>
            ) : (
              <span className="flex items-center gap-1.5">
                <span className="min-w-8 text-right tabular-nums">{unitsText(left)}</span>
                <TextField
                  type="date"
                  size="dense"
                  aria-label={`Rest of ${what} expected on`}
                  value={typed.expectedOn ?? ''}
                  onChange={({ target }) =>
                    onChange(key, { expectedOn: target.value === '' ? null : (target.value as Day) })
                  }
                />
              </span>
            )}
          </td>
        )}
      </tr>
      {hasMore && (
        <tr>
          <td className={cell} />
          <td colSpan={asksWhen ? 7 : 6} className={clsx(cell, 'pt-0')}>
            {line.serialized && (
              <SerialEntry
                label={`Serial numbers of ${what}`}
                inputId={serialInputId(key)}
                serials={typed.serials}
                onChange={(serials) => onChange(key, { serials })}
              />
            )}
            {wrong !== undefined && (
              <p id={errorId} className="mt-0.5 flex items-start gap-1 text-xs text-danger">
                <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
                {wrong}
              </p>
            )}
          </td>
        </tr>
      )}
    </>
  );
});
