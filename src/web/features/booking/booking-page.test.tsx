import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { booked, refused } from './booking-answers.fixture.ts';
import {
  book,
  choose,
  chooseOption,
  desk,
  field,
  fillIn,
  find,
  freshDesk,
  press,
  searchBox,
  sentence,
  show,
  summary,
} from './booking-desk.driver.tsx';
import { exampleCustomer, exampleSetup, requiredField } from './example-setup.ts';

freshDesk();

describe('a known caller, by keyboard alone', () => {
  it('is found while typing, and Enter leads through the call to one sentence', async () => {
    await show();
    await waitFor(() => expect(document.activeElement).toBe(searchBox()));
    await fillIn();
    expect(sentence()).toMatch(/^No cool for Maria Lopez, 12 Main St, today 12.+, Ana Reyes likely\.$/);
    await book();
    await waitFor(() => expect(desk.bookings).toHaveLength(1));
    expect(desk.bookings[0]?.body).toMatchObject({
      customer: { id: 7 },
      location: { id: 8 },
      jobTypeId: 11,
      businessUnitId: 1,
      priority: 'High',
      campaignId: 41,
      summary: 'no cool, outdoor unit hums',
      appointment: { start: '2026-11-20T17:00:00.000Z', end: '2026-11-20T18:30:00.000Z' },
    });
  });

  it('afterwards the number is said, with Undo and the way to the job, and the next call can begin', async () => {
    await show();
    await fillIn();
    await book();
    expect(await screen.findByText('Job 1042 booked')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open job 1042' })).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Undo' }).length).toBeGreaterThan(0);
    await waitFor(() => expect(document.activeElement).toBe(searchBox()));
    expect(searchBox().value).toBe('');
    expect(sentence()).toBe('A job for nobody yet, no window yet.');
  });

  it('Enter before the answer is there waits for it and takes the only one', async () => {
    await show();
    await waitFor(() => expect(document.activeElement).toBe(searchBox()));
    fireEvent.change(searchBox(), { target: { value: 'lopez' } });
    await press('Enter');
    await waitFor(() => expect(screen.getByRole('radio', { name: /12 Main St/ })).toBeTruthy());
  });
});

describe('a new caller', () => {
  it('begins with what was typed, and goes with the booking', async () => {
    await show();
    await find('jo park 617 555 0199');
    await press('Enter');
    const name = await screen.findByLabelText<HTMLInputElement>(/^Name/);
    await waitFor(() => expect(document.activeElement).toBe(name));
    expect(name.value).toBe('Jo Park');
    expect(screen.getByLabelText<HTMLInputElement>('Phone').value).toBe('617 555 0199');
    const line = screen.getByLabelText(/Address in one line/);
    fireEvent.input(line, { target: { value: '5 elm st quincy ma 02169' } });
    expect(screen.getByLabelText<HTMLInputElement>('City').value).toBe('Quincy');
    expect(await screen.findByText('Zone North, as others in 02169')).toBeTruthy();
    await choose(/Job type/, 'leak');
    await waitFor(() => expect(document.activeElement).toBe(field(/Campaign/)));
    expect(desk.windowsAsked.at(-1)).toContain('zip=02169');
    await choose(/Campaign/, 'ref');
    fireEvent.click((await screen.findAllByRole('radio', { name: /Today 14|Today 2/ }))[0]!);
    expect(sentence()).toMatch(/^Leak repair for Jo Park, 5 Elm St, today /);
    await book();
    await waitFor(() => expect(desk.bookings).toHaveLength(1));
    expect(desk.bookings[0]?.body).toMatchObject({
      customer: { new: { name: 'Jo Park', contacts: [{ kind: 'Phone', value: '617 555 0199' }] } },
      location: { ofNewCustomer: 0 },
    });
    expect(
      (desk.bookings[0]!.body.customer as { new: { locations: object[] } }).new.locations[0],
    ).toMatchObject({
      street: '5 Elm St',
      city: 'Quincy',
      state: 'MA',
      zip: '02169',
    });
  });
});

describe('the dispatch zone of a new place', () => {
  it('is chosen at booking, stays while the address is typed on, and the windows are asked for with it', async () => {
    await show();
    await find('jo park 617 555 0199');
    await press('Enter');
    const line = await screen.findByLabelText(/Address in one line/);
    fireEvent.input(line, { target: { value: '5 elm st quincy ma 0216' } });
    const zone = screen.getByRole('combobox', { name: 'Dispatch zone' });
    expect(zone.textContent).toBe('As others in its ZIP');
    await chooseOption(zone, 'As others in its ZIP', 'No zone');
    fireEvent.input(line, { target: { value: '5 elm st quincy ma 02169' } });
    expect(zone.textContent).toBe('No zone');
    expect(screen.queryByText('Zone North, as others in 02169')).toBeNull();
    await choose(/Job type/, 'leak');
    await waitFor(() => expect(desk.windowsAsked.at(-1)).toContain('zoneId=none'));
    await choose(/Campaign/, 'ref');
    fireEvent.click((await screen.findAllByRole('radio', { name: /Today 14|Today 2/ }))[0]!);
    await book();
    await waitFor(() => expect(desk.bookings).toHaveLength(1));
    expect(desk.bookings[0]?.body).toMatchObject({ customer: { new: { locations: [{ zoneId: null }] } } });
  });

  it('is not asked for where the company has none', async () => {
    await show({}, { ...exampleSetup, zones: [] });
    await find('jo park 617 555 0199');
    await press('Enter');
    await screen.findByLabelText(/Address in one line/);
    expect(screen.queryByRole('combobox', { name: 'Dispatch zone' })).toBeNull();
  });
});

describe('what is missing', () => {
  it('is said at each field, nothing is sent, and the focus is at the first', async () => {
    await show({}, { ...exampleSetup, customFields: [requiredField] });
    await book();
    expect(await screen.findByText('Choose who is calling, or add a new customer.')).toBeTruthy();
    for (const text of [
      'Choose what kind of job it is.',
      'Choose a window.',
      'PO contact is needed to book.',
    ]) {
      expect(screen.getByText(text)).toBeTruthy();
    }
    expect(desk.bookings).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(searchBox()));
  });
});

describe('one intention books once', () => {
  it('a second Ctrl+Enter while the first is under way does nothing', async () => {
    let answer: (response: Response) => void = () => {};
    desk.answers = [() => new Promise<Response>((resolve) => (answer = resolve))];
    await show();
    await fillIn();
    await book();
    await book();
    await waitFor(() => expect(desk.bookings).toHaveLength(1));
    await book();
    await act(async () => answer(booked()));
    await screen.findByText('Job 1042 booked');
    expect(desk.bookings).toHaveLength(1);
  });

  it('after a lost connection the same booking goes out under the same key', async () => {
    desk.answers = [() => Promise.reject(new TypeError('network'))];
    await show();
    await fillIn();
    await book();
    expect(await screen.findByText(/cannot be reached/)).toBeTruthy();
    await book();
    await waitFor(() => expect(desk.bookings).toHaveLength(2));
    expect(desk.bookings[0]?.key).toBeTruthy();
    expect(desk.bookings[1]?.key).toBe(desk.bookings[0]?.key);
  });

  it('after a refusal it is a new intention, or the refusal would be repeated for ever', async () => {
    desk.answers = [refused(422, 'job.inactive_reference')];
    await show();
    await fillIn();
    await book();
    await screen.findByText(/no longer in use/);
    await book();
    await waitFor(() => expect(desk.bookings).toHaveLength(2));
    expect(desk.bookings[1]?.key).not.toBe(desk.bookings[0]?.key);
  });
});

describe('a refusal', () => {
  it('lands on the field it is about, and what was typed stays', async () => {
    desk.answers = [
      refused(400, 'request.invalid', [{ path: 'customerPo', code: 'too_big', message: 'too long' }]),
    ];
    await show();
    await fillIn();
    await book();
    const po = screen.getByLabelText('Customer PO');
    await waitFor(() => expect(po.getAttribute('aria-invalid')).toBe('true'));
    expect(summary().value).toBe('no cool, outdoor unit hums');
    expect(sentence()).toContain('Maria Lopez');
  });

  it('do not service is said before anything is sent', async () => {
    desk.customer = exampleCustomer({ doNotService: true });
    await show({ customerId: 7 });
    expect(await screen.findByText('Do not service.')).toBeTruthy();
    const button = screen.getByRole('button', { name: /^Book/ });
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
    await book();
    expect(desk.bookings).toEqual([]);
  });
});
