import { describe, expect, it } from 'vitest';
import { barLabel, iconsOf, statusWords } from './bar-look.ts';
import { barText } from './bar-text.ts';
import type { GridBar, GridTechnician } from './types.ts';

const words = { type: 'Water heater', customer: 'Maria Lopez', street: '12 Main St', number: '#1042' };
const times = '8:00–9:00';

describe('what a bar says', () => {
  it.each([
    [30, '?→', '', ''],
    // Half an hour at the usual zoom.
    [37, 'Maria Lopez', '', '\n?→ Water heater'],
    [75, 'Maria Lopez', '', '\n?→ Water heater'],
    [95, '?→ Maria Lopez', '', '\nWater heater'],
    [140, '?→ Maria Lopez', '', '\nWater heater · 12 Main St'],
    [215, '?→ Maria Lopez', '8:00–9:00', '\nWater heater · 12 Main St · #1042'],
  ])('in two lines, %i px wide', (width, bold, time, rest) => {
    expect(barText(words, '?→', width, 2, times)).toEqual({ bold, times: time, rest });
  });

  it.each([
    // A visit of an hour or two in a week that is wholly in view.
    [14, '!?→', 2, '!\n?'],
    [14, '!?→', 1, '!'],
    [14, '?❚❚', 2, '?\n❚❚'],
    [28, '!?→', 2, '!?\n→'],
    [28, '!?→', 1, '!?'],
    [14, '', 2, ''],
    // As near as that to the next visit: half a sign says nothing.
    [9, '!?→', 2, ''],
  ] as const)(
    'without room for a name, at %i px the signs %s in %i lines, worst first',
    (width, icons, lines, bold) => {
      expect(barText(words, icons, width, lines, times)).toEqual({ bold, times: '', rest: '' });
    },
  );

  it.each([
    [30, '→', '', ''],
    [60, '→ Maria Lopez', '', ''],
    [135, '→ Maria Lopez', '', ' Water heater'],
    [170, '→ Maria Lopez', '8:00–9:00', ''],
    [365, '→ Maria Lopez', '8:00–9:00', ' Water heater · 12 Main St · #1042'],
  ])('in one line, %i px wide', (width, bold, time, rest) => {
    expect(barText(words, '→', width, 1, times)).toEqual({ bold, times: time, rest });
  });

  it('names what an event is, since nobody is its customer', () => {
    const event = { type: 'Team meeting', customer: '', street: '', number: '' };
    expect(barText(event, '', 56, 2)).toEqual({ bold: 'Team meeting', times: '', rest: '\n' });
  });

  it('never says less when there is more room', () => {
    let before = 0;
    for (let width = 10; width < 400; width += 5) {
      const { bold, rest, times: time } = barText(words, '○', width, 2, times);
      const said = `${bold}${time}${rest}`.replace(/[\s○·]/g, '').length;
      expect(said).toBeGreaterThanOrEqual(before);
      before = said;
    }
  });

  it('is part of what the bar is called, at every width', () => {
    const bar = { start: 8, end: 9, status: 'scheduled', flags: {}, text: words } as GridBar;
    const called = barLabel(bar, { name: 'Ana' } as GridTechnician, String).replaceAll(',', '');
    for (const lines of [1, 2] as const)
      for (let width = 40; width < 400; width += 5) {
        const { bold, rest } = barText(words, '○', width, lines, times);
        expect(called).toContain(
          `${bold}${rest}`
            .replace(/[○·\n]/g, ' ')
            .replace(/ +/g, ' ')
            .trim(),
        );
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

  it('reads status, customer, job, times and technician once each to a screen reader, but nothing of another unit’s job', () => {
    const ana = { name: 'Ana Reyes' } as GridTechnician;
    const at = { start: 8, end: 10 };
    const bar = { ...at, status: 'scheduled', flags: {}, text: words } as GridBar;
    const format = (ms: number) => `${ms}:00`;
    expect(barLabel(bar, ana, format)).toBe(
      'Scheduled: Maria Lopez, Water heater, 12 Main St, #1042, 8:00 to 10:00, Ana Reyes',
    );
    expect(barLabel({ ...bar, flags: { busy: true } }, ana, format)).toBe('Busy, 8:00 to 10:00, Ana Reyes');
  });
});
