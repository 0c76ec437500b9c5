import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { exampleCustomer } from './example-setup.ts';
import { LocationChoice } from './location-choice.tsx';

const [home] = exampleCustomer().locations;
const places = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...home!, id: 100 + index, street: `${index + 1} Elm St` }));

function Choice({ count }: { count: number }) {
  const [value, setValue] = useState<number | null>(100);
  return (
    <LocationChoice
      locations={places(count)}
      value={value}
      isNew={false}
      onChoose={setValue}
      onNew={() => {}}
      error={undefined}
    />
  );
}

it('a few locations stand there; dozens are searched, and Enter takes the first found', () => {
  const { unmount } = render(<Choice count={8} />);
  expect(screen.getAllByRole('radio')).toHaveLength(8);
  expect(screen.queryByRole('searchbox')).toBeNull();
  unmount();

  render(<Choice count={60} />);
  const box = screen.getByRole('searchbox', { name: 'Find one of 60 locations' });
  // Enter with nothing typed only goes on to the next question.
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^1 Elm St/ }).checked).toBe(true);
  fireEvent.change(box, { target: { value: 'elm 57' } });
  expect(screen.getAllByRole('radio')).toHaveLength(1);
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(screen.getByRole<HTMLInputElement>('radio').checked).toBe(true);
  fireEvent.change(box, { target: { value: 'oak' } });
  expect(screen.getByText('No location like that. Add it, or search again.')).toBeTruthy();
});
