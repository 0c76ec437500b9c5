import { describe, expect, it } from 'vitest';
import { BEN, hour, takes } from '../guards.fixture.ts';
import { binding, whyNot } from './binding.ts';
import type { SuggestionDay, WantedVisit } from './question.ts';
import { dayOf, lane, off, told, wanted } from './suggestions.fixture.ts';

const full = [takes(11, 7, 12)];
function bound(day: SuggestionDay, visit: WantedVisit) {
  const found = binding(day, visit);
  return found && [found.limits.join(' '), found.place && told(found.place)];
}

describe('what stands in the way of a visit nobody can take', () => {
  it('is nothing when somebody can', () => expect(bound(dayOf([lane()]), wanted())).toBeNull());

  it('is its window, when there is room at another time', () =>
    expect(bound(dayOf([lane({}, full)]), wanted())).toEqual([
      'window',
      '1 12:00 drive 0, late 360, wait 24, askAgain 15 = 399',
    ]));

  it('says whether moving other work or calling somebody in would help as well', () => {
    expect(binding(dayOf([lane({}, full)]), wanted())?.orElse).toEqual(['gaps']);
    const early = wanted({ windowStart: hour(3), windowEnd: hour(5) });
    expect(binding(dayOf([lane()], { now: hour(2) }), early)).toMatchObject({
      limits: ['window'],
      orElse: ['shifts'],
      place: { start: hour(7) },
    });
  });

  it('is the other work, when the rest of the day is full', () =>
    expect(bound(dayOf([lane({}, [takes(11, 7, 17)])]), wanted())).toEqual(['gaps', '1 08:00 drive 0 = 0']));

  it('are the shifts, when those with the skill are off or not at work', () => {
    const gas = wanted({ skillIds: [5] });
    const away = lane({ skillIds: [5] }, [off(0, 24)]);
    expect(bound(dayOf([away, lane({ id: BEN })]), gas)).toEqual(['shifts', '1 08:00 drive 0 = 0']);
    const idle = lane({ skillIds: [5], shifts: [] });
    expect(bound(dayOf([idle]), gas)).toEqual(['shifts', '1 08:00 drive 0, overtime 120 = 120']);
  });

  it('is the skill, when nobody has it', () => {
    const found = binding(dayOf([lane({ skillIds: [4] })]), wanted({ skillIds: [4, 5] }));
    expect(found).toMatchObject({ limits: ['skills'], missingSkillIds: [5] });
  });

  it('are two things, when one is not enough', () =>
    expect(bound(dayOf([lane({}, [takes(11, 7, 17)])]), wanted({ skillIds: [5] }))?.[0]).toBe('gaps skills'));

  it('is everything, when nobody is active or the day is over', () => {
    expect(bound(dayOf([lane({ active: false })]), wanted())).toEqual(['', null]);
    expect(bound(dayOf([lane()], { now: hour(24) }), wanted())).toEqual(['', null]);
  });
});

describe('why not this technician', () => {
  it('they could, at that cost', () => {
    const busy = lane({ id: BEN }, [takes(21, 7, 9)]);
    const answer = whyNot(dayOf([lane(), busy]), wanted(), busy);
    expect(answer.kind === 'fits' && told(answer.place)).toBe('2 09:00 drive 0, wait 6 = 6');
  });

  it('they are not active, lack the skill or have no room', () => {
    const ask = (one: ReturnType<typeof lane>, visit = wanted()) => whyNot(dayOf([lane()]), visit, one);
    expect(ask(lane({ active: false }))).toEqual({ kind: 'inactive' });
    expect(ask(lane(), wanted({ skillIds: [5] }))).toMatchObject({
      limits: ['skills'],
      missingSkillIds: [5],
    });
    expect(ask(lane({}, full))).toMatchObject({
      kind: 'bound',
      limits: ['window'],
      place: { start: hour(12) },
    });
    expect(ask(lane({ shifts: [] }))).toMatchObject({ kind: 'bound', limits: ['shifts'] });
  });
});
