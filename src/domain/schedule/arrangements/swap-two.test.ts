import { describe, expect, test } from 'vitest';
import { ANNA, atWork, BEN, CLEO, dayOf, paramsOf, told, visit } from './arranged-day.fixture.ts';
import { swapTwo } from './swap-two.ts';

describe('two visits change places', () => {
  test('technicians and times, each as long as it was', () => {
    const day = dayOf([visit(11, 9, 11), visit(12, 13, 14, { technicians: [BEN] })]);
    const swapped = ['12: 9-10 2>1', '11: 13-15 1>2'];
    expect(told(swapTwo(day, 11, 12))).toEqual(swapped);
    expect(told(swapTwo(day, 12, 11))).toEqual(swapped);
  });

  test('two of one technician take the same stretch of the day the other way round', () => {
    const day = dayOf([visit(11, 9, 10), visit(12, 10, 12)]);
    expect(told(swapTwo(day, 11, 12))).toEqual(['12: 9-11', '11: 11-12']);
    // With the longer one going last there is room at the other’s own start.
    expect(told(swapTwo(dayOf([visit(11, 9, 11), visit(12, 12, 13)]), 11, 12))).toEqual([
      '12: 9-10',
      '11: 12-14',
    ]);
  });

  test('two who are on both stay on both, and the others are exchanged', () => {
    const day = dayOf([
      visit(11, 9, 10, { technicians: [ANNA, BEN] }),
      visit(12, 13, 14, { technicians: [ANNA, CLEO] }),
    ]);
    expect(told(swapTwo(day, 11, 12))).toEqual(['12: 9-10 3>2', '11: 13-14 2>3']);
  });

  test('one in the tray takes the place of one that goes there', () => {
    const day = dayOf([visit(11, 9, 10), visit(12, 13, 14, { technicians: [] })]);
    expect(told(swapTwo(day, 11, 12))).toEqual(['12: 9-10 >1', '11: 13-14 1>']);
  });

  test('one that has begun stays, and is named', () => {
    const refused = swapTwo(dayOf([visit(11, 9, 10), atWork(12, 8, 9)]), 11, 12);
    expect(told(refused)).toBe('appointment.not_in_status');
    expect(paramsOf(refused)).toMatchObject({ appointmentId: 12, status: 'Working' });
  });

  test('two of the same crew, time and length are where they would go', () => {
    const day = dayOf([visit(11, 9, 10), visit(12, 9, 10)]);
    expect(told(swapTwo(day, 11, 12))).toBe('arrangement.nothing');
  });
});
