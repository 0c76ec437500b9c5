import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { instant, msOf } from '#domain/time.ts';
import { clock } from '../../lib/clock.ts';
import {
  book,
  choose,
  desk,
  fillIn,
  firstBest,
  freshDesk,
  press,
  says,
  searchBox,
  sentence,
  show,
  summary,
} from './booking-desk.driver.tsx';
import { exampleSetup } from './example-setup.ts';

freshDesk();

describe('the address starts the call', () => {
  it('?customer= takes the customer and their only place, and asks what is wrong', async () => {
    await show({ customerId: 7 });
    await waitFor(() => expect(sentence()).toBe('A job for Maria Lopez, 12 Main St, no window yet.'));
    await waitFor(() => expect(document.activeElement).toBe(summary()));
  });

  it('?customer= of nobody says so, and goes on by the search or with a new customer', async () => {
    await show({ customerId: 404 });
    expect(await screen.findByText(/^Customer not found\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Find a customer' }));
    await waitFor(() => expect(screen.queryByText(/not found/)).toBeNull());
    expect(document.activeElement).toBe(searchBox());
  });

  it('?customer= of nobody: a new customer is taken down in their stead', async () => {
    await show({ customerId: 404 });
    fireEvent.click(await screen.findByRole('button', { name: 'New customer' }));
    expect(await screen.findByRole('heading', { name: 'New customer' })).toBeTruthy();
    expect(screen.queryByText(/not found/)).toBeNull();
  });

  it('?phone= looks the number up', async () => {
    await show({ phone: '6175550142' });
    expect(searchBox().value).toBe('(617) 555-0142');
    expect(await screen.findByRole('option', { name: /New customer/ })).toBeTruthy();
  });
});

it('what is pinned, owed and was done lately stands beside the call', async () => {
  await show({ customerId: 7 });
  expect(await screen.findByText('Ring twice')).toBeTruthy();
  const ofPlace = screen.getByText(/Key at number 14/);
  expect(ofPlace.textContent).toBe('12 Main St: Key at number 14');
  expect(screen.getByRole('link', { name: '1 open invoice, $412.00, due Wed 4 Nov' })).toBeTruthy();
  expect(screen.getByText(/Blower motor/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '3 more' })).toBeTruthy();
});

it('a closed window says why and cannot be chosen; one that is over too', async () => {
  clock.ms = () => msOf('2026-11-20T15:10:00.000Z' as never);
  await show({ customerId: 7 });
  await screen.findByText('12 Main St, Quincy');
  says('no cool');
  const cell = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });
  await waitFor(() =>
    expect(cell(/All 2 who could go are booked; 1 visit waits without a technician/).disabled).toBe(true),
  );
  expect(screen.getByText('64 %')).toBeTruthy();
  // In its cell, and explained below the grid.
  expect(screen.getAllByText('full')).toHaveLength(2);
  expect(screen.getByText('All who could go are booked.')).toBeTruthy();
});

it('a window taken a moment ago is said with the next best one, and what was typed stays', async () => {
  desk.answers = [
    () =>
      Response.json(
        {
          status: 409,
          code: 'capacity.window_full',
          params: {
            reason: { code: 'full', params: { technicians: 1, waiting: 1 } },
            next: { start: '2026-11-20T19:00:00.000Z', end: '2026-11-20T21:00:00.000Z' },
            timeZone: 'America/New_York',
            mayOverbook: false,
          },
          fields: [],
          requestId: 'r',
        },
        { status: 409 },
      ),
  ];
  await show();
  await fillIn();
  await book();
  expect((await screen.findByText(/The last place in this window is taken/)).textContent).toMatch(
    /Take .+, the next best, or ask a dispatcher\./,
  );
  expect(summary().value).toBe('no cool, outdoor unit hums');
});

it('a recall is booked from its job, for the same customer and place, and points at it', async () => {
  await show({ original: { kind: 'recall', jobId: 5 } });
  await waitFor(() => expect(sentence()).toContain('Maria Lopez, 12 Main St'));
  await waitFor(() => expect(document.activeElement).toBe(summary()));
  says('no cool again');
  await choose(/Campaign/, 'ref');
  await screen.findAllByRole('radio', { name: /Today 12/ });
  firstBest().focus();
  await press('Enter');
  await book();
  await waitFor(() => expect(desk.bookings).toHaveLength(1));
  expect(desk.bookings[0]?.body).toMatchObject({
    customer: { id: 7 },
    location: { id: 8 },
    recallForJobId: 5,
  });
});

it('a recall begins with what the job was, and shows who went there last', async () => {
  await show({ original: { kind: 'recall', jobId: 5 } });
  await waitFor(() => expect(sentence()).toContain('No cool for Maria Lopez, 12 Main St'));
  expect(summary().value).toBe('Recall of job 990: No cool');
  expect(screen.getByText(/Last visit Sat 21 Nov, Ana Reyes/)).toBeTruthy();
  await screen.findAllByRole('radio', { name: /Today 12/ });
  firstBest().focus();
  await press('Enter');
  await choose(/Campaign/, 'ref');
  await book();
  await waitFor(() => expect(desk.bookings).toHaveLength(1));
  expect(desk.bookings[0]?.body).toMatchObject({ jobTypeId: 11, businessUnitId: 1, priority: 'High' });
});

it('the job after a recall is its own: it points at nothing', async () => {
  const router = await show({}, exampleSetup, '/book?recall=5');
  await waitFor(() => expect(sentence()).toContain('Maria Lopez, 12 Main St'));
  await waitFor(() => expect(document.activeElement).toBe(summary()));
  says('no cool again');
  await choose(/Campaign/, 'ref');
  await screen.findAllByRole('radio', { name: /Today 12/ });
  firstBest().focus();
  await press('Enter');
  await book();
  await screen.findByText('Job 1042 booked');
  await waitFor(() => expect(router.state.location.href).toBe('/book'));
  await waitFor(() => expect(document.activeElement).toBe(searchBox()));
  expect(screen.queryByText(/Recall of/)).toBeNull();
  expect(screen.getByRole('link', { name: 'Open job 1042' })).toBeTruthy();
  await fillIn();
  await book();
  await waitFor(() => expect(desk.bookings).toHaveLength(2));
  expect(desk.bookings.map(({ body }) => body.recallForJobId)).toEqual([5, undefined]);
});

it('who calls after a cancellation is told why, who did it and when', async () => {
  desk.lastCanceled = {
    id: 5,
    number: 990,
    jobTypeId: 11,
    summary: '',
    canceled: {
      reasonId: 3,
      reason: 'Booked twice',
      code: null,
      memo: 'by the web form, too',
      by: 2,
      byName: 'Maria Tran',
      at: instant('2026-11-18T20:30:00Z'),
    },
  };
  await show({ customerId: 7 });
  const line = await screen.findByText(/was canceled.*: Booked twice, by the web form, too/);
  expect(line.textContent).toContain('No cool 990');
  expect(line.textContent).toContain('(Maria Tran, Wed 18 Nov 15:30)');
});

it('who has only a part of what was typed is shown with the word they do not have, and Enter does not take them', async () => {
  await show();
  await screen.findByRole('button', { name: /Inbound/ });
  fireEvent.change(searchBox(), { target: { value: 'smth lopez' } });
  expect(await screen.findByText(/Nobody has “smth” with the rest\. Without it:/)).toBeTruthy();
  const [hit, offer] = screen.getAllByRole('option');
  expect(hit!.textContent).toContain('Maria Lopez');
  expect(offer!.getAttribute('aria-selected')).toBe('true');
  fireEvent.keyDown(searchBox(), { key: 'Enter' });
  await waitFor(() => expect(sentence()).toContain('Smth Lopez'));
});
