import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { FilterChip } from './filter-chip.tsx';
import { Menu } from './menu.tsx';
import { Select } from './select.tsx';

// jsdom has no PointerEvent; Base UI makes one when Enter takes an option.
Object.assign(document.defaultView!, { PointerEvent: MouseEvent });

const priorities = ['Low', 'Normal', 'High'].map((word) => ({ value: word, label: word }));

function Priority() {
  const [value, setValue] = useState<string | null>('Normal');
  return (
    <Field label="Priority">
      <Select value={value} onValueChange={setValue} options={priorities} />
    </Field>
  );
}

it('a choice is found by its label, shows the chosen word, and takes another with the keyboard', async () => {
  render(<Priority />);
  const field = screen.getByRole('combobox', { name: 'Priority' });
  expect(field.textContent).toBe('Normal');
  field.focus();
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  const normal = await screen.findByRole('option', { name: 'Normal' });
  const high = screen.getByRole('option', { name: 'High' });
  await waitFor(() => expect(document.activeElement).toBe(normal));
  fireEvent.keyDown(normal, { key: 'ArrowDown' });
  await waitFor(() => expect(document.activeElement).toBe(high));
  fireEvent.keyDown(high, { key: 'Enter' });
  await waitFor(() => expect(field.textContent).toBe('High'));
});

it('a filter says on its chip what it lets through', () => {
  const zones = ['North', 'East', 'South'].map((word) => ({ value: word, label: word }));
  const { rerender } = render(
    <FilterChip label="Zone" options={zones} value={[]} onValueChange={() => {}} />,
  );
  expect(screen.getByRole('combobox', { name: 'Zone: All' })).toBeTruthy();
  rerender(<FilterChip label="Zone" options={zones} value={['North', 'South']} onValueChange={() => {}} />);
  expect(screen.getByRole('combobox', { name: 'Zone: North, South' })).toBeTruthy();
});

it('a menu names its groups, and an action that is not possible says why and does nothing', async () => {
  const done: string[] = [];
  render(
    <Menu
      trigger={<Button>More</Button>}
      entries={[
        'Order',
        { label: 'Duplicate', onSelect: () => done.push('duplicate') },
        { label: 'Close', onSelect: () => done.push('close'), disabledReason: 'Two lines are still open.' },
        null,
        { label: 'Cancel order', danger: true, onSelect: () => done.push('cancel') },
      ]}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'More' }));
  await screen.findByRole('group', { name: 'Order' });
  expect(screen.getAllByRole('separator')).toHaveLength(1);
  const close = screen.getByRole('menuitem', { name: /Close Two lines are still open\./ });
  fireEvent.click(close);
  expect(done).toEqual([]);
  fireEvent.click(screen.getByRole('menuitem', { name: 'Cancel order' }));
  expect(done).toEqual(['cancel']);
});
