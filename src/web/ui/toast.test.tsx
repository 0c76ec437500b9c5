import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Announcer } from './announcer.tsx';
import { ToastHost } from './toast-host.tsx';
import { dismissToast, toast, toastsShown } from './toast-store.ts';

beforeEach(() => {
  vi.useFakeTimers();
  render(
    <>
      <Announcer />
      <ToastHost />
    </>,
  );
});
afterEach(() => {
  act(() => {
    for (const t of toastsShown()) dismissToast(t.id);
  });
  vi.useRealTimers();
});
const show = (message: Parameters<typeof toast>[0]) => act(() => void toast(message));
const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

it('Undo in the toast after a move undoes it once and closes the toast', () => {
  let undone = 0;
  show({ title: 'Moved to Wei Zhang, 12:15', action: { label: 'Undo', act: () => undone++ } });
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undone).toBe(1);
  expect(toastsShown()).toEqual([]);
});

it('a plain message leaves after five seconds, an error stays until it is closed', () => {
  show({ title: 'Saved' });
  show({ title: 'The order could not be sent', tone: 'error' });
  wait(5_000);
  expect(toastsShown().map((t) => t.title)).toEqual(['The order could not be sent']);
  wait(3_600_000);
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(toastsShown()).toEqual([]);
});

it('a message being read waits, and leaves only after the pointer has left it', () => {
  show({ title: 'Saved' });
  const region = screen.getByRole('region', { name: 'Notifications' });
  fireEvent.pointerEnter(region);
  wait(60_000);
  expect(toastsShown()).toHaveLength(1);
  fireEvent.pointerLeave(region);
  wait(5_000);
  expect(toastsShown()).toHaveLength(0);
});

it('messages are read out: errors at once, the rest when the reader is free', () => {
  show({ title: 'Saved' });
  expect(screen.getByRole('status').textContent).toBe('Saved.');
  show({ title: 'Sam is off until 10:00.', body: 'Drop later.', tone: 'error' });
  expect(screen.getByRole('alert').textContent).toBe('Sam is off until 10:00. Drop later.');
});

it('with more than five messages the oldest makes room, but never an unread error', () => {
  show({ title: 'Not sent', tone: 'error' });
  for (const n of [1, 2, 3, 4, 5, 6]) show({ title: `Saved ${n}` });
  expect(toastsShown().map((t) => t.title)).toEqual(['Not sent', 'Saved 3', 'Saved 4', 'Saved 5', 'Saved 6']);
});

it('F8 brings the keyboard to the newest toast', () => {
  show({ title: 'Moved', action: { label: 'Undo', act: () => {} } });
  fireEvent.keyDown(document.body, { key: 'F8' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
});

it('a step that was done with a warning makes room for the next one like any other', () => {
  const action = { label: 'Undo', act: () => {} };
  show({ title: 'Moved, 60 min overtime', tone: 'warning', action });
  show({ title: 'Moved on, 60 min overtime', tone: 'warning', action });
  expect(toastsShown().map((t) => t.title)).toEqual(['Moved on, 60 min overtime']);
  show({ title: 'Arrived', tone: 'success', action });
  expect(toastsShown().map((t) => t.title)).toEqual(['Arrived']);
});

it('the next step’s Undo takes the place of the last one’s, an error and plain news stay', () => {
  const action = { label: 'Undo', act: () => {} };
  show({ title: 'Not sent', tone: 'error' });
  show({ title: 'Ben is back' });
  show({ title: 'Dispatched', tone: 'success', action });
  show({ title: 'Arrived', tone: 'success', action });
  expect(toastsShown().map((t) => t.title)).toEqual(['Not sent', 'Ben is back', 'Arrived']);
  show({ title: 'Undone: arrived', tone: 'success' });
  expect(toastsShown().map((t) => t.title)).toEqual(['Not sent', 'Ben is back', 'Undone: arrived']);
});
