import { expect, test } from 'vitest';
import { guessRecordColumns } from './column-guesses.ts';
import { recordMappingProblems } from './mapping.ts';

const guessed = (kind: Parameters<typeof guessRecordColumns>[0], line: string) =>
  guessRecordColumns(kind, line.split(','));

test.each([
  [
    'customer id,customer name,type,phone,email,street,city,state,zip',
    'externalKey,name,customerType,phone,email,street,city,state,zip',
  ],
  [
    'ID,First name,Last name,Company,Mobile number,Home number,Email,Street,Street line 2,City,State,Zip,Tags,Notes',
    'externalKey,firstName,lastName,company,mobile,phone,email,street,unit,city,state,zip,tags,memo',
  ],
  [
    'Client Id,Display Name,Company Name,Main Phone #s,E-mails,Billing Street 1,Billing City,Billing State,Billing Zip code',
    'externalKey,name,company,phone,email,street,city,state,zip',
  ],
  [
    'CustomerID,FullName,CellPhone,EmailAddress,Address1,Address2,City,State,PostalCode',
    'externalKey,name,mobile,email,street,unit,city,state,zip',
  ],
  ['key,name,phone', 'externalKey,name,phone'],
  ['Account Number,Customer,Telephone,Bill Address,Something else', 'externalKey,name,phone,address,ignore'],
])('customers under the headings %s', (headings, fields) => {
  expect(guessed('customers', headings).join(',')).toBe(fields);
});

test('locations, contacts and jobs know whose they are', () => {
  expect(guessed('locations', 'Location ID,Customer ID,Location Name,Street,City,Zip Code')).toEqual([
    'externalKey',
    'customerKey',
    'name',
    'street',
    'city',
    'zip',
  ]);
  expect(guessed('contacts', 'Contact ID,Customer ID,Contact Name,Cell,Email')).toEqual([
    'externalKey',
    'customerKey',
    'name',
    'mobile',
    'email',
  ]);
  expect(
    guessed(
      'jobs',
      'Job #,Job Number,Customer Name,Service Address,Job Type,Scheduled Start,Scheduled End,Assigned To',
    ),
  ).toEqual(['ignore', 'externalKey', 'customerName', 'address', 'jobType', 'start', 'end', 'technician']);
});

test('a mapping is refused with everything that is wrong with it', () => {
  expect(
    recordMappingProblems('locations', ['a', 'b'], { a: 'externalKey', b: 'jobType', c: 'zip' }),
  ).toEqual([
    { code: 'field.unknown', column: 'b' },
    { code: 'column.unknown', column: 'c' },
    { code: 'field.missing', field: 'customerKey' },
    { code: 'field.missing', field: 'address' },
  ]);
});
