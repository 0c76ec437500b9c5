import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { UiRoot } from '../../ui/ui-root.tsx';
import { PercentInput } from './percent-input.tsx';

function Trial() {
  const [value, setValue] = useState(62_500);
  return (
    <UiRoot>
      <PercentInput value={value} onChange={setValue} onBlur={() => {}} />
      <output aria-label="taken">{String(value)}</output>
    </UiRoot>
  );
}

it.each([
  ['8.875', '88750', '8.875'],
  ['5 %', '50000', '5'],
  ['', '0', '0'],
  ['a lot', 'NaN', 'a lot'],
  ['1,5', 'NaN', '1,5'],
])('what is typed as %j is taken as %s and reads %s afterwards', (typed, taken, shown) => {
  render(<Trial />);
  const box = screen.getByRole('textbox');
  expect(box).toHaveProperty('value', '6.25');
  fireEvent.change(box, { target: { value: typed } });
  expect(screen.getByRole('status', { name: 'taken' }).textContent).toBe(taken);
  fireEvent.blur(box);
  expect(box).toHaveProperty('value', shown);
});
