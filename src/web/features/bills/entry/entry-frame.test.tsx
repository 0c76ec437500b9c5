import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInOffice } from '../../../parts/render-in-office.fixture.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { useEntry } from './use-entry.ts';

function Paper({ needsNumber }: { needsNumber: boolean }) {
  const form = useEntry({
    lines: [],
    expected: { lines: [], taxCents: 0, freightCents: 0 },
    vendorInvoiceNumber: '',
    billDate: '2026-11-23',
    needsNumber,
  });
  return <EntryFrame form={form} currency="USD" expected={null} foot={null} onSend={() => {}} />;
}
const number = () => screen.getByLabelText(/Vendor’s number/).getAttribute('aria-required');

it('a bill keyed in says that it needs the vendor’s number before it is refused without', () => {
  renderInOffice(<Paper needsNumber />);
  expect(number()).toBe('true');
});
it('one that waits for the paper may wait for its number, too; the box of a strange line stands level with its figures', () => {
  renderInOffice(<Paper needsNumber={false} />);
  expect(number()).toBeNull();
  const cellOf = (name: RegExp) => screen.getByLabelText(name).closest('td')!.classList;
  for (const name of [/^Description/, /^Billed/]) expect(cellOf(name)).toContain('py-0.5!');
});
