import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Steps } from './steps.tsx';

it('where not all steps have room the one under way is scrolled to', () => {
  const size = (name: 'offsetLeft' | 'offsetWidth' | 'clientWidth' | 'scrollWidth', pixels: number) =>
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        return name === 'offsetLeft' && this.tagName === 'OL' ? 0 : pixels;
      },
    });
  const sizes = ['offsetLeft', 'offsetWidth', 'clientWidth', 'scrollWidth'] as const;
  const before = sizes.map((name) => Object.getOwnPropertyDescriptor(HTMLElement.prototype, name));
  // The fourth of five steps of 100 px, in a list that shows 300.
  size('offsetLeft', 300);
  size('offsetWidth', 100);
  size('clientWidth', 300);
  size('scrollWidth', 500);
  try {
    render(
      <Steps
        label="How far"
        steps={[
          { label: 'Booked', state: 'done' },
          { label: 'In progress', state: 'part' },
          { label: 'Completed', state: 'todo' },
        ]}
      />,
    );
    expect(screen.getByRole('list').scrollLeft).toBe(100);
  } finally {
    for (const [index, name] of sizes.entries()) {
      const old = before[index];
      if (old) Object.defineProperty(HTMLElement.prototype, name, old);
      else Reflect.deleteProperty(HTMLElement.prototype, name);
    }
  }
});

it('a long word squeezes neither the sign before it away nor lies over the next step', () => {
  const { container } = render(
    <Steps label="How far" steps={[{ label: 'Partly received', state: 'part' }]} />,
  );
  expect(container.querySelector('svg')?.classList).toContain('shrink-0');
  // Else the flex item may be narrower than its word.
  expect(screen.getByRole('listitem').className).not.toMatch(/\bmin-w-/);
});
