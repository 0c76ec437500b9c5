import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderInOffice } from '../../parts/render-in-office.fixture.tsx';
import { DISCREPANCY } from './bill-card.fixture.ts';
import { BillMatch } from './bill-match.tsx';
import type { Verdicts } from './use-verdicts.ts';

const show = (mayJudge: boolean, memos: Record<string, string> = {}) => {
  const judge = vi.fn<Verdicts['judge']>();
  const setMemo = vi.fn<Verdicts['setMemo']>();
  renderInOffice(
    <BillMatch
      card={DISCREPANCY}
      mayJudge={mayJudge}
      verdicts={{ underWay: new Map(), memoOf: (key) => memos[key] ?? '', setMemo, judge }}
    />,
  );
  const said = () => judge.mock.calls.map(([differences, verdict]) => [differences[0]!.key, verdict]);
  return { said, setMemo };
};
const group = (name: RegExp) => screen.getByRole('group', { name });

it('the first open difference has the focus; one key says a verdict, Enter goes to the next', () => {
  const { said } = show(true);
  const price = group(/asks 10.00 more than ordered for 4 × Pump: 52.50 each instead of 50.00/);
  expect(document.activeElement).toBe(price);
  fireEvent.keyDown(price, { key: 'c' });
  fireEvent.keyDown(price, { key: 'Enter' });
  const freight = group(/Freight 25.00 was never agreed/);
  expect(document.activeElement).toBe(freight);
  fireEvent.keyDown(freight, { key: 'A' });
  fireEvent.keyDown(freight, { key: 'd', repeat: true });
  expect(said()).toEqual([
    ['price:11', 'credit'],
    ['freight', 'accept'],
  ]);
  fireEvent.keyDown(freight, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(freight);
  fireEvent.keyDown(freight, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(price);
});

it('what is typed into the memo is no verdict; Enter leads back to the difference', () => {
  const { said, setMemo } = show(true);
  const price = group(/Pump/);
  fireEvent.keyDown(price, { key: 'm' });
  const memo = within(price).getByRole('textbox', { name: /Memo/ });
  fireEvent.keyDown(memo, { key: 'a' });
  fireEvent.change(memo, { target: { value: 'As agreed by phone' } });
  expect(setMemo).toHaveBeenCalledWith('price:11', 'As agreed by phone');
  fireEvent.keyDown(memo, { key: 'Enter' });
  expect(document.activeElement).toBe(price);
  expect(said()).toEqual([]);
});

it('who only reads sees the sentences and nothing to press', () => {
  show(false);
  expect(screen.getByText(/Freight 25.00 was never agreed/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Accept/ })).toBeNull();
  expect(screen.queryByRole('group')).toBeNull();
});
