import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { memo } from 'react';
import { costText, unitsText } from '../../../lib/stock-words.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { controlClass } from '../../../ui/control-class.ts';
import { MoneyText } from '../../../ui/money-text.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Edit, OfferedLine } from './proposal-edits.ts';

export type ProposalRowProps = {
  line: OfferedLine;
  /** What was made of it; the line follows from it and from its proposal. */
  edit: Edit | undefined;
  onEdit: (keys: readonly string[], changes: Edit) => void;
};

const cell = 'border-b border-line px-1.5 py-1';
const number = 'text-right whitespace-nowrap tabular-nums';
const figure = (amount: number) => (amount === 0 ? <span className="text-faint">–</span> : unitsText(amount));

/** Least and most. */
const levelText = ({ least, most }: { least: number; most: number }): string =>
  `${unitsText(least)}–${unitsText(most)}`;

/** Drawn again only when it is another one: there may be 300. */
export const ProposalRow = memo(
  function ProposalRow({ line, onEdit }: ProposalRowProps) {
    const { key, proposal, offer, isOut, text, quantity, cost, totalCents } = line;
    const what = `${proposal.skuCode} at ${proposal.place}`;
    const isWrong = Number.isNaN(quantity);
    return (
      <tr className={clsx(isOut && 'text-muted')}>
        <td className={cell}>
          <Checkbox
            label={`Order ${what}`}
            hideLabel
            checked={!isOut}
            onChange={({ target }) => onEdit([key], { isOut: !target.checked })}
          />
        </td>
        <td className={cell}>
          <Link to="/skus/$id" params={{ id: proposal.skuId }} className="font-medium">
            {proposal.skuCode}
          </Link>{' '}
          <bdi className="wrap-anywhere text-muted">{proposal.skuName}</bdi>
        </td>
        <td className={cell}>
          <bdi className="wrap-anywhere">{proposal.place}</bdi>
        </td>
        <td className={clsx(cell, number)}>{unitsText(proposal.onHand)}</td>
        <td className={clsx(cell, number)}>{figure(proposal.onOrder)}</td>
        <td className={clsx(cell, number)}>{figure(proposal.committed)}</td>
        <td className={clsx(cell, number)}>{proposal.level && levelText(proposal.level)}</td>
        <td className={clsx(cell, number)}>{figure(proposal.used)}</td>
        <td className={cell}>
          <TextField
            size="dense"
            numeric
            inputMode="decimal"
            aria-label={`Order of ${what}`}
            aria-invalid={isWrong && !isOut ? true : undefined}
            disabled={isOut}
            value={text}
            onChange={({ target }) => onEdit([key], { text: target.value })}
          />
        </td>
        <td className={cell}>
          {proposal.offers.length === 1 ? (
            <bdi className="wrap-anywhere text-muted">{offer.vendorPartNumber || offer.vendorName}</bdi>
          ) : (
            // The browser's own: a list of 300 lines has as many.
            <select
              className={controlClass('dense')}
              aria-label={`Vendor of ${what}`}
              disabled={isOut}
              value={offer.vendorId}
              onChange={({ target }) => onEdit([key], { vendorId: Number(target.value) })}
            >
              {proposal.offers.map(({ vendorId, vendorName }) => (
                <option key={vendorId} value={vendorId}>
                  {vendorName}
                </option>
              ))}
            </select>
          )}
        </td>
        <td className={clsx(cell, number)}>{costText(cost)}</td>
        <td className={clsx(cell, number)}>
          {isOut ? <span className="text-faint">–</span> : <MoneyText amount={totalCents} />}
        </td>
      </tr>
    );
  },
  (before, after) =>
    before.line.proposal === after.line.proposal &&
    before.edit === after.edit &&
    before.onEdit === after.onEdit,
);
