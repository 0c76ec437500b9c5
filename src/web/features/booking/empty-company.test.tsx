import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { freshDesk, show } from './booking-desk.driver.tsx';
import { exampleSetup } from './example-setup.ts';

freshDesk();
const when = () => screen.findByRole('heading', { name: /^When/ });

it('the clock of the place is told where it is another one, and not before there is a unit to have a place', async () => {
  // People here are in Los Angeles, the units in New York.
  await show();
  expect((await when()).textContent).toMatch(/^When · .+, there it is 7:00$/);
});

it('a company without units has no clock to tell', async () => {
  await show({}, { ...exampleSetup, businessUnits: [] });
  expect((await when()).textContent).toBe('When');
});
