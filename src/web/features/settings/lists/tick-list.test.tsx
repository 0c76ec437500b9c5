import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { TickList } from './tick-list.tsx';

const many = Array.from({ length: 40 }, (_, at) => ({
  id: at + 1,
  name: `Skill ${at + 1}`,
  active: at !== 39,
}));
function Form({ list, start = [] }: { list: typeof many; start?: number[] }) {
  const [chosen, setChosen] = useState<readonly number[]>(start);
  return <TickList title="Skills" list={list} chosen={chosen} onChange={setChosen} empty={null} />;
}
const names = () => screen.getAllByRole('checkbox').map((box) => box.parentElement?.textContent);

test('a long list is searched, what the record has stands first, and ticking moves nothing', () => {
  render(<Form list={many} start={[40, 30]} />);
  expect(names().slice(0, 3)).toEqual(['Skill 30', 'Skill 40 (not in use)', 'Skill 1']);
  expect(screen.getByText('2 ticked')).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Skill 2' }));
  expect(names().slice(0, 3)).toEqual(['Skill 30', 'Skill 40 (not in use)', 'Skill 1']);
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find in skills' }), { target: { value: '2' } });
  expect(names()[0]).toBe('Skill 2');
  expect(screen.getByText('3 ticked')).toBeTruthy();
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find in skills' }), { target: { value: 'zzz' } });
  expect(screen.getByText('Nothing matches “zzz”.')).toBeTruthy();
});

test('a short list is only read', () => {
  render(<Form list={many.slice(0, 5)} />);
  expect(screen.queryByRole('searchbox')).toBeNull();
  expect(screen.getByRole('group', { name: 'Skills' })).toBeTruthy();
});
