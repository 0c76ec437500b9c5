import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Setup } from '#contract/setup.ts';
import {
  book,
  choose,
  desk,
  field,
  fillIn,
  find,
  firstBest,
  freshDesk,
  press,
  says,
  sentence,
  show,
  summary,
} from './booking-desk.driver.tsx';
import { exampleSetup } from './example-setup.ts';

freshDesk();

it('the last calls stand there until somebody is looked for, and one click takes the caller', async () => {
  await show();
  fireEvent.click(await screen.findByRole('button', { name: /Inbound Maria Lopez/ }));
  await waitFor(() => expect(sentence()).toContain('Maria Lopez, 12 Main St'));
});

it('leaving with something typed asks, and staying keeps it', async () => {
  const router = await show();
  await fillIn();
  await act(async () => void router.navigate({ to: '/jobs' } as never));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Keep as it is' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sentence()).toContain('Maria Lopez');
});

it('Enter leads through name, phone and address of a new customer, then on to what is wrong', async () => {
  await show();
  await find('jo park');
  await press('Enter');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Name/)));
  for (const label of ['Phone', /Address in one line/]) {
    await press('Enter');
    expect(document.activeElement).toBe(screen.getByLabelText(label));
  }
  await press('Enter');
  expect(document.activeElement).toBe(summary());
});

it("a caller's card that arrives late takes nobody out of the field they have gone on to", async () => {
  let answer = () => {};
  desk.cardAfter = new Promise((done) => {
    answer = done;
  });
  await show({ customerId: 7 });
  field(/Job type/).focus();
  fireEvent.input(field(/Job type/), { target: { value: 'no c' }, inputType: 'insertText' });
  await screen.findByRole('option', { name: /No cool/ });
  answer();
  await waitFor(() => expect(sentence()).toContain('Maria Lopez, 12 Main St'));
  // The focus went one frame after the card.
  await act(() => new Promise<void>((done) => requestAnimationFrame(() => done())));
  expect(document.activeElement).toBe(field(/Job type/));
  expect(field(/Job type/).value).toBe('no c');
  expect(screen.getByRole('option', { name: /No cool/ })).toBeTruthy();
});

it('in the windows digits take one of the best and arrows go through the grid', async () => {
  await show({ customerId: 7 });
  await waitFor(() => expect(document.activeElement).toBe(summary()));
  says('no cool');
  await screen.findAllByRole('radio', { name: /Today 12/ });
  act(() => firstBest().focus());
  await press('2');
  expect(sentence()).toMatch(/today (14|2)/);
  // The ring stands where the choice is.
  expect((document.activeElement as HTMLInputElement).checked).toBe(true);
  await press('ArrowRight');
  expect(sentence()).toMatch(/tomorrow (14|2)/);
  await press('ArrowUp');
  expect(sentence()).toMatch(/tomorrow 12/);
  await press('ArrowLeft');
  expect(sentence()).toMatch(/today 12/);
  await press('ArrowUp');
  expect(sentence(), '10–12 is full, so it is passed over').toMatch(/today 8/);
});

describe('how the caller found us', () => {
  const usual: Setup = {
    ...exampleSetup,
    businessUnits: exampleSetup.businessUnits.map((one) => ({ ...one, defaultCampaignId: 42 })),
  };
  const readyForJobType = async () => {
    await show({ customerId: 7 }, usual);
    await waitFor(() => expect(document.activeElement).toBe(summary()));
  };
  it('is proposed as most callers of the unit answer', async () => {
    await readyForJobType();
    await choose(/Job type/, 'no c');
    await waitFor(() => expect(field(/Campaign/).value).toBe('Referral'));
  });

  it('is what somebody chose, once they have', async () => {
    await readyForJobType();
    await choose(/Campaign/, 'goo');
    await screen.findByText(/as soon as it is known/);
    says('no cool');
    await screen.findAllByRole('radio', { name: /Today 12/ });
    firstBest().focus();
    await press('Enter');
    await book();
    await waitFor(() => expect(desk.bookings).toHaveLength(1));
    expect(desk.bookings[0]?.body).toMatchObject({ campaignId: 41 });
  });
});

it('a company with nothing set up is told what it needs before the first job', async () => {
  await show({}, { ...exampleSetup, jobTypes: [], campaigns: [] });
  expect(screen.getByText(/Before the first job/).textContent).toBe(
    'Before the first job can be booked, the company needs a job type and a campaign. An administrator adds them in Settings.',
  );
});
