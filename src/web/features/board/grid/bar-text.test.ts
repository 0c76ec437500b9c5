import { describe, expect, it } from 'vitest';
import { barLabel, iconsOf, statusWords } from './bar-look.ts';
import { barText } from './bar-text.ts';
import type { GridBar, GridTechnician } from './types.ts';

const words = { type: 'Water heater', customer: 'Lopez', street: '12 Main St', number: '#1042' };

describe('what a bar says', () => {
  it.each([
    [20, '→', ''],
    [60, '→ Water', '\n12 Main St'],
    [110, '→ Water heater', '\n12 Main St'],
    [150, '→ Water heater', ' Lopez\n12 Main St · #1042'],
  ])('in two lines, %i px wide', (width, bold, rest) => {
    expect(barText(words, '→', width, 2)).toEqual({ bold, rest });
  });

  it.each([
    [20, '→', ''],
    [60, '→ Water', ''],
    [110, '→ Water heater', ''],
    [150, '→ Water heater', ' Lopez'],
    [230, '→ Water heater', ' Lopez · 12 Main St'],
  ])('in one line, %i px wide', (width, bold, rest) => {
    expect(barText(words, '→', width, 1)).toEqual({ bold, rest });
  });

  it('never says less when there is more room', () => {
    let before = 0;
    for (let width = 10; width < 400; width += 5) {
      const { bold, rest } = barText(words, '○', width, 2);
      expect(bold.length + rest.length).toBeGreaterThanOrEqual(before);
      before = bold.length + rest.length;
    }
  });
});

describe('status without colour', () => {
  it('has an icon and a word for each exception beside the status', () => {
    const bar = { status: 'dispatched' as const, flags: { late: true, unconfirmed: true } };
    expect(iconsOf(bar)).toBe('!?→');
    expect(statusWords(bar)).toBe('Dispatched, late, unconfirmed');
  });

  it('says paused only of work that has begun', () => {
    expect(statusWords({ status: 'working', flags: { paused: true } })).toBe('Paused');
    expect(statusWords({ status: 'done', flags: { paused: true } })).toBe('Done');
  });

  it('reads status, job, times and technician to a screen reader, but nothing of another unit’s job', () => {
    const ana = { name: 'Ana Reyes' } as GridTechnician;
    const at = { start: 8, end: 10 };
    const bar = { ...at, status: 'scheduled', flags: {}, text: words } as GridBar;
    const format = (ms: number) => `${ms}:00`;
    expect(barLabel(bar, ana, format)).toBe(
      'Scheduled: Water heater, Lopez, 12 Main St, #1042, 8:00 to 10:00, Ana Reyes',
    );
    expect(barLabel({ ...bar, flags: { busy: true } }, ana, format)).toBe('Busy, 8:00 to 10:00, Ana Reyes');
  });
});
