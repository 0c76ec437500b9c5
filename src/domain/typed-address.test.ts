import { expect, test } from 'vitest';
import { typedAddress } from './typed-address.ts';

test.each([
  ['12 Main St, Quincy, MA 02169', { street: '12 Main St', city: 'Quincy', state: 'MA', zip: '02169' }],
  ['12 main st quincy ma 02169', { street: '12 Main St', city: 'Quincy', state: 'MA', zip: '02169' }],
  [
    '12 St James Ave Apt 4 South Boston MA 02127',
    { street: '12 St James Ave', unit: 'Apt 4', city: 'South Boston' },
  ],
  ['7 Elm Rd 02169', { street: '7 Elm Rd', city: '', zip: '02169' }],
  ['9 Finch Rd Quincy MA', { street: '9 Finch Rd', city: 'Quincy', state: 'MA', zip: '' }],
  [
    '9 finch rd apt 4 south boston ma',
    { street: '9 Finch Rd', unit: 'apt 4', city: 'South Boston', state: 'MA' },
  ],
  ['12 Elm Ct', { street: '12 Elm Ct', city: '', state: '' }],
  ['12 Elm St La', { street: '12 Elm St La', city: '', state: '' }],
  ['12 Hyde Park Ave', { street: '12 Hyde Park Ave', city: '' }],
  ['22 Elm St, Apt 4, Quincy', { street: '22 Elm St', unit: 'Apt 4', city: 'Quincy' }],
  ['', { street: '', city: '' }],
  ['springfield', { street: '', city: 'Springfield' }],
  ['Wilkes-Barre', { street: '', city: 'Wilkes-Barre' }],
  ['Springfield, IL 62704', { street: '', city: 'Springfield', state: 'IL', zip: '62704' }],
  ['springfield il 62704', { street: '', city: 'Springfield', state: 'IL', zip: '62704' }],
  ['south boston 02127', { street: '', city: 'South Boston', zip: '02127' }],
  ['St. Louis, MO', { street: '', city: 'St. Louis', state: 'MO' }],
  ['Broadway', { street: 'Broadway', city: '' }],
  ['Elm Street', { street: 'Elm Street', city: '' }],
  ['Elm St 02169', { street: 'Elm St', city: '', zip: '02169' }],
  ['Hyde Park', { street: 'Hyde Park', city: '' }],
  ['Springfield Apt 4', { street: 'Springfield', unit: 'Apt 4', city: '' }],
  ['12', { street: '12', city: '' }],
  ['5th', { street: '5th', city: '' }],
  ['Groveland & River', { street: 'Groveland & River', city: '' }],
])('%s', (text, parts) => {
  expect(typedAddress(text)).toMatchObject(parts);
});
