import { describe, expect, test } from 'vitest';
import { consoleComplaints, expectConsole, watchConsole } from './console.ts';

describe('the console in tests', () => {
  test('an error nobody announced is a complaint that quotes it', () => {
    console.error('Each child in a list should have a unique key');
    expect(consoleComplaints()).toEqual(['console.error: Each child in a list should have a unique key']);
    watchConsole();
  });

  test('an announced error is no complaint, however often it comes', () => {
    expectConsole(/upstream gone/);
    console.error(new Error('upstream gone'));
    console.error('upstream gone again');
    expect(consoleComplaints()).toEqual([]);
  });

  test('an announced error that never comes is a complaint', () => {
    expectConsole(/never/);
    expect(consoleComplaints()).toEqual(['expected on the console, never came: /never/']);
    watchConsole();
  });
});
