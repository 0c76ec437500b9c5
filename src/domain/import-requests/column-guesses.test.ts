import { expect, test } from 'vitest';
import { guessColumns } from './column-guesses.ts';
import { distinctHeaders, fieldPositions, mappingProblems } from './mapping.ts';

test('the columns of the file of Boston are recognised', () => {
  const headers = (
    'case_enquiry_id,open_dt,target_dt,closed_dt,ontime,case_status,closure_reason,case_title,subject,reason,type,queue,' +
    'department,submittedphoto,closedphoto,location,fire_district,pwd_district,city_council_district,police_district,' +
    'neighborhood,neighborhood_services_district,ward,precinct,location_street_name,location_zipcode,latitude,longitude,source'
  ).split(',');
  const guesses = guessColumns(headers, []);
  const found = Object.fromEntries(headers.map((name, index) => [guesses[index], name]));
  expect(found).toMatchObject({
    externalId: 'case_enquiry_id',
    openedOn: 'open_dt',
    dueOn: 'target_dt',
    closedOn: 'closed_dt',
    summary: 'case_title',
    category: 'type',
    address: 'location',
    street: 'location_street_name',
    zip: 'location_zipcode',
    latitude: 'latitude',
    longitude: 'longitude',
    source: 'source',
  });
  // what was done is not what was asked for: closure_reason would tell an open job's end
  expect(guesses.filter((guess) => guess !== 'ignore')).toHaveLength(12);
});

test('other exporters’ names are recognised, whatever their case', () => {
  expect(
    guessColumns(['Unique Key', 'Created Date', 'Complaint Type', 'Incident Address', 'City'], []),
  ).toEqual(['externalId', 'openedOn', 'category', 'address', 'city']);
  expect(guessColumns(['RequestId', 'createdOn'], [])).toEqual(['externalId', 'openedOn']);
});

test('a column whose values look like something else is left alone', () => {
  expect(guessColumns(['location', 'address'], [['42.35, -71.05'], ['12 Elm St']])).toEqual([
    'ignore',
    'address',
  ]);
});

test('a field is guessed once', () => {
  expect(guessColumns(['id', 'id'], [])).toEqual(['externalId', 'ignore']);
});

test('a mapping without number, time or place is refused with everything that is wrong', () => {
  expect(mappingProblems(['a', 'b'], { a: 'zip', b: 'zip', c: 'openedOn' })).toEqual([
    { code: 'column.unknown', column: 'c' },
    { code: 'field.repeated', field: 'zip', columns: ['a', 'b'] },
    { code: 'field.missing', field: 'externalId' },
    { code: 'field.missing', field: 'address' },
  ]);
  expect(mappingProblems(['a', 'b', 'c'], { a: 'externalId', b: 'openedOn', c: 'street' })).toEqual([]);
});

test('positions come from the mapping; a column named like a part of every object is no trap', () => {
  expect(fieldPositions(['constructor', 'x'], { x: 'externalId' })).toEqual({ externalId: 1 });
});

test('headers that are empty or repeated can still be named', () => {
  expect(distinctHeaders(['id', ' id ', '', 'id (2)', 'id'])).toEqual([
    'id',
    'id (2)',
    'column 3',
    'id (2) (2)',
    'id (3)',
  ]);
});
