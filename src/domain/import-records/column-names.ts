/**
 * How other programs of the trade (and spreadsheets) head their columns, per kind of file: lower case, words parted by
 * one space, the surest first. Matched whole: a wrong guess costs more than none.
 */
import type { RecordField } from './kinds.ts';
import type { RecordImportKind } from './record-kinds.ts';

type ColumnNames = readonly (readonly [field: RecordField, names: string])[];

const ADDRESS: ColumnNames = [
  [
    'address',
    'full address, address, service address, customer address, property address, location address, site address, billing address, bill address, bill to address, ship address, mailing address',
  ],
  [
    'street',
    'street, street 1, street line 1, street address, address 1, address line 1, address1, service street, service street 1, property street, property street 1, billing street, billing street 1, bill street, service address 1, location street, site street, address street',
  ],
  [
    'unit',
    'unit, apt, apartment, suite, street 2, street line 2, address 2, address line 2, address2, service street 2, billing street 2, unit number, address unit',
  ],
  [
    'city',
    'city, town, service city, property city, billing city, bill city, location city, site city, address city',
  ],
  [
    'state',
    'state, province, state province, service state, property state, service province, billing state, bill state, location state, address state, region',
  ],
  [
    'zip',
    'zip, zip code, zipcode, postal code, postcode, postal, service zip, service zip code, property zip code, billing zip, billing zip code, billing postal code, bill zip, location zip, address zip',
  ],
  ['latitude', 'latitude, lat'],
  ['longitude', 'longitude, lon, lng, long'],
];
const ZONE: ColumnNames[number] = [
  'zone',
  'dispatch zone, zone, service zone, service area, territory, zone name',
];
const OF_CUSTOMER: ColumnNames = [
  [
    'customerKey',
    'customer id, customer number, customer no, customer key, customer external id, client id, account id, account number, bill to id, customer ref, parent id',
  ],
  [
    'customerName',
    'customer name, customer, client name, client, account name, bill to name, bill to, display name, customer full name',
  ],
];
const REACH: ColumnNames = [
  [
    'phone',
    'phone, phone number, main phone, main phone s, primary phone, home phone, home number, work phone, work number, telephone, tel, phone 1, landline, phone numbers, customer phone, office phone',
  ],
  [
    'mobile',
    'mobile, mobile phone, mobile number, cell, cell phone, cell number, sms, phone 2, secondary phone, alternate phone, text number',
  ],
  [
    'email',
    'email, e mail, email address, e mails, emails, primary email, main email, customer email, contact email',
  ],
];
const MEMO = 'notes, note, memo, comments, comment, remarks, private notes, internal notes, description';

export const COLUMN_NAMES: Readonly<Record<RecordImportKind, ColumnNames>> = {
  customers: [
    [
      'externalKey',
      'customer id, customer number, customer no, client id, account number, account id, external id, external key, customer key, record id, uuid, id, key',
    ],
    [
      'name',
      'customer name, display name, full name, client name, account name, name, customer, client, customer full name',
    ],
    ['firstName', 'first name, firstname, given name, first, contact first name'],
    ['lastName', 'last name, lastname, surname, family name, last, contact last name'],
    ['company', 'company, company name, business name, organization, organisation, business'],
    ['customerType', 'customer type, type, account type, client type, category, residential commercial'],
    ...REACH,
    ...ADDRESS,
    ZONE,
    ['tags', 'tags, customer tags, labels, client tags'],
    ['memo', MEMO],
    ['doNotService', 'do not service, donotservice, dns, blocked, do not book, blacklisted'],
  ],
  locations: [
    [
      'externalKey',
      'location id, property id, site id, service location id, address id, location number, external id, external key, location key, id, key',
    ],
    ...OF_CUSTOMER,
    ['name', 'location name, property name, site name, service property name, name, nickname'],
    ...ADDRESS,
    ZONE,
    ['timeZone', 'time zone, timezone, tz'],
    ['memo', `${MEMO}, access instructions, gate code, directions`],
  ],
  contacts: [
    ['externalKey', 'contact id, person id, external id, external key, contact key, id, key'],
    ...OF_CUSTOMER,
    ['locationKey', 'location id, property id, site id, location key, service location id'],
    ['name', 'contact name, contact, name, full name, contact person'],
    ...REACH,
    ['memo', `role, title, job title, relationship, ${MEMO}`],
    ['mayMessage', 'may message, sms opt in, opt in, opted in, receives sms, notifications, allow messages'],
  ],
  jobs: [
    [
      'externalKey',
      'job id, job number, job no, job, work order id, work order number, work order, wo number, ticket id, ticket number, invoice number, external id, external key, id, key',
    ],
    ...OF_CUSTOMER,
    ['locationKey', 'location id, property id, site id, location key, service location id'],
    ...ADDRESS.slice(0, 6),
    ['jobType', 'job type, type, work type, service type, job category, service, category, call type'],
    ['businessUnit', 'business unit, department, division, trade, branch'],
    ['campaign', 'campaign, lead source, source, marketing campaign, referral source, job source'],
    [
      'summary',
      'summary, job summary, title, job title, job name, subject, problem, description, job description, work description, line items',
    ],
    ['details', 'details, notes, job notes, instructions, private notes, comments'],
    ['status', 'status, job status, work status, state of job'],
    [
      'start',
      'scheduled start, start, start time, scheduled date, scheduled for, scheduled on, schedule date, start date, job scheduled start time, appointment start, scheduled start time, date scheduled, appointment date, visit date',
    ],
    [
      'end',
      'scheduled end, end, end time, scheduled end time, job scheduled end time, appointment end, end date, finish',
    ],
    ['duration', 'duration, duration minutes, estimated duration, length, minutes'],
    ['windowStart', 'arrival window start, window start, arrival start, promised from'],
    ['windowEnd', 'arrival window end, window end, arrival end, promised until'],
    [
      'technician',
      'technician, technicians, assigned technician, assigned technicians, assigned to, employee, assigned employees, assigned tech, tech, primary technician, crew, visit assigned to',
    ],
    ['priority', 'priority, urgency'],
    ['tags', 'tags, job tags, labels'],
    ['customerPo', 'customer po, po number, purchase order, customer po number, po'],
    [
      'bookedOn',
      'booked on, created, created on, created date, created at, date created, job created date, booked date',
    ],
  ],
};
