import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey } from '../address-key.ts';
import { parseAddress } from './address.ts';

const parts = (text: string) => {
  const { street, unit, city, state, zip } = parseAddress(text);
  return [street, unit, city, state, zip];
};

describe('an address is taken apart', () => {
  test.each([
    ['235 Fairmount Ave  Hyde Park  MA  02136', ['235 Fairmount Ave', '', 'Hyde Park', 'MA', '02136']],
    ['6-8 W Broadway   South Boston  MA  02127', ['6-8 W Broadway', '', 'South Boston', 'MA', '02127']],
    [
      'INTERSECTION of Groveland St & River St  Mattapan  MA  ',
      ['Groveland St & River St', '', 'Mattapan', 'MA', ''],
    ],
    ['22 Elm St, Apt 4, Quincy, MA 02169', ['22 Elm St', 'Apt 4', 'Quincy', 'MA', '02169']],
    ['22 Elm St #4B, Quincy, ma 02169-1234', ['22 Elm St', '#4B', 'Quincy', 'MA', '02169-1234']],
    ['22 Elm St, Unit C', ['22 Elm St', 'Unit C', '', '', '']],
    ['350 5th Ave, New York, NY 10118, USA', ['350 5th Ave', '', 'New York', 'NY', '10118']],
    ['1 Plaza Rd, Santa Fe', ['1 Plaza Rd', '', 'Santa Fe', '', '']],
    ['12 Hyde Park Ave', ['12 Hyde Park Ave', '', '', '', '']],
    ['12 Hyde Park Ave MA 02136', ['12 Hyde Park Ave', '', '', 'MA', '02136']],
    ['100 Suite St, Quincy', ['100 Suite St', '', 'Quincy', '', '']],
    ['12 Black and White Rd', ['12 Black and White Rd', '', '', '', '']],
    ['corner of Elm St and Oak St', ['Elm St & Oak St', '', '', '', '']],
    [' ', ['', '', '', '', '']],
    [' , ,  ', ['', '', '', '', '']],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test('only a text that says so, or has no house number, is a crossing', () => {
    expect(parseAddress('Elm St & Oak St').isIntersection).toBe(true);
    expect(parseAddress('12 Elm St').isIntersection).toBe(false);
  });

  test('whatever is typed, nothing is invented: every part stands in the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const whole = text.toLowerCase().replace(/\s+/g, ' ');
        const { street, unit, city, state, zip } = parseAddress(text);
        for (const part of [...street.split(/[ &@,]+/), unit, city, state, zip]) {
          expect(whole).toContain(part.toLowerCase());
        }
      }),
    );
  });
});

describe('two spellings of one place have one key', () => {
  const key = (text: string) => addressKey(parseAddress(text));
  test.each([
    ['12 Elm Street, Quincy, MA 02169', '12 ELM ST.  Quincy  MA  02169'],
    ['12 Elm St, Dorchester, MA 02124', '12 Elm St, Boston, MA 02124-0001'],
    ['Elm St & Oak St, Quincy, MA', 'INTERSECTION of Oak Street & Elm Street  Quincy  MA'],
    ["9 O'Donnell Ter, Boston, MA 02122", '9 ODonnell Terrace, Boston, MA 02122'],
    ['9 Peña Rd, Boston, MA 02122', '9 Pena Rd, Boston, MA 02122'],
    ['12 Elm St Apt 4, Quincy, MA 02169', '12 Elm St #4, Quincy, MA 02169'],
    ['12 North Main Street, Quincy, MA 02169', '12 N Main St, Quincy, MA 02169'],
    ['12 Main St South, Quincy, MA 02169', '12 Main Street S, Quincy, MA 02169'],
  ])('%s = %s', (one, other) => {
    expect(key(one)).toBe(key(other));
  });

  test.each([
    ['12 Elm St, Quincy, MA 02169', '12 Elm Ave, Quincy, MA 02169'],
    ['12 Elm St, Quincy, MA', '12 Elm St, Boston, MA'],
    ['12 North St, Quincy, MA', '12 N St, Quincy, MA'],
    ['12 North Main St, Quincy, MA', '12 South Main St, Quincy, MA'],
    ['12 Elm St Apt 4, Quincy, MA 02169', '12 Elm St Apt 5, Quincy, MA 02169'],
    ['12 Elm St, Quincy, MA 02169', '12-14 Elm St, Quincy, MA 02169'],
    ["12 Saint Mary's St, Boston, MA 02215", "12 Street Mary's St, Boston, MA 02215"],
  ])('%s ≠ %s', (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });

  test('no street, no key: blank places are never one place', () => {
    expect(key('  ')).toBe('');
  });
});
