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

it('a filter over a thousand is searched by typing, and draws a hundred of them', async () => {
  const skills = Array.from({ length: 1000 }, (_, at) => ({ value: at + 1, label: `Skill ${at + 1}` }));
  function Skills() {
    const [value, setValue] = useState<number[]>([999]);
    return <FilterChip label="Skill" options={skills} value={value} onValueChange={setValue} />;
  }
  render(<Skills />);
  fireEvent.click(screen.getByRole('combobox', { name: 'Skill: Skill 999' }));
  const find = await screen.findByRole('combobox', { name: 'Find in skill' });
  const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent);
  expect(options()).toHaveLength(100);
  expect(options()[0]).toBe('Skill 999');
  fireEvent.change(find, { target: { value: 'skill 77' }, inputType: 'insertText' });
  await waitFor(() => expect(options()).toHaveLength(11));
  fireEvent.click(screen.getByRole('option', { name: 'Skill 770' }));
  await screen.findByText('Skill 770, Skill 999');
  fireEvent.change(find, { target: { value: 'nothing' }, inputType: 'insertText' });
  await screen.findByText('Nothing like that in the list.');
  fireEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
  await screen.findByText('All');
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
  await waitFor(() => expect(done).toEqual(['cancel']));
});

it('what is chosen in a menu is done once the menu has gone and the focus is back at its button', async () => {
  const found: { menu: Element | null; focus: Element | null }[] = [];
  render(
    <Menu
      trigger={<Button>More</Button>}
      entries={[
        {
          label: 'Cancel job…',
          onSelect: () =>
            found.push({ menu: document.querySelector('[role=menu]'), focus: document.activeElement }),
        },
      ]}
    />,
  );
  const more = screen.getByRole('button', { name: 'More' });
  fireEvent.click(more);
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Cancel job…' }));
  await waitFor(() => expect(found).toEqual([{ menu: null, focus: more }]));
});

it('what was chosen is done although the menu leaves the page with what it stood on', async () => {
  const done: string[] = [];
  const entries = [{ label: 'Take off', onSelect: () => done.push('off') }];
  const { rerender } = render(<Menu trigger={<Button>More</Button>} entries={entries} />);
  fireEvent.click(screen.getByRole('button', { name: 'More' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Take off' }));
  rerender(<p>Nobody is here any more.</p>);
  expect(done).toEqual(['off']);
});
