/**
 * What a row of an import is told, in words: one table for the screen, the result file and the command line, because
 * all three are read by the same people. Exhaustive: a new reason without a sentence does not compile.
 */
import type { RowReason, RowReasonCode } from '#domain/import-requests/fields.ts';

type Params = RowReason['params'];

const FIELD_WORDS: Readonly<Record<string, string>> = {
  externalId: 'request number',
  openedOn: 'opening time',
  dueOn: 'due time',
  closedOn: 'closing time',
  summary: 'summary',
  category: 'type',
  details: 'details',
  address: 'address',
  street: 'street',
  unit: 'unit',
  city: 'city',
  state: 'state',
  zip: 'zip',
  latitude: 'latitude',
  longitude: 'longitude',
  source: 'source',
};
const field = (params: Params): string => FIELD_WORDS[String(params.field)] ?? String(params.field);

const SENTENCES: Readonly<Record<RowReasonCode, (params: Params) => string>> = {
  'row.columns': (p) => `The row has ${p.found} cells instead of ${p.expected}.`,
  'row.quotes': () => 'A quotation mark is out of place, so the row cannot be taken apart.',
  'row.control_characters': (p) => `Control characters were replaced by spaces (${p.fields}).`,
  'id.missing': () => 'There is no request number.',
  'id.too_long': (p) => `The request number is longer than ${p.max} characters.`,
  'id.repeated': (p) => `The same request number stands in line ${p.line}; this row was left out.`,
  'request.same_day': (p) =>
    `Same address, type and day as request ${p.id} (line ${p.line}): tagged as a possible duplicate.`,
  'opened.missing': () => 'There is no opening time.',
  'opened.unreadable': (p) => `The opening time “${p.text}” cannot be read.`,
  'due.missing': () => 'There is no due time.',
  'due.unreadable': (p) => `The due time “${p.text}” cannot be read and was left out.`,
  'due.before_opened': (p) => `It was due (${p.text}) before it was opened.`,
  'closed.unreadable': (p) => `The closing time “${p.text}” cannot be read; the job stays open.`,
  'closed.before_opened': (p) => `It was closed (${p.text}) before it was opened; the job stays open.`,
  'time.ambiguous': (p) =>
    `The ${field(p)} ${p.text} happened twice that night (${p.earlier} and ${p.later}); ${p.taken} was taken.`,
  'time.skipped': (p) => `The ${field(p)} ${p.text} never happened that night; ${p.taken} was taken.`,
  'time.day_only': (p) => `The ${field(p)} ${p.text} is only a day; its first moment was taken.`,
  'address.missing': () => 'There is no address, so there is nowhere to go.',
  'address.too_long': (p) => `The ${field(p)} is longer than ${p.max} characters.`,
  'address.no_number': (p) => `“${p.street}” has the house number 0, so the house is not known.`,
  'address.disagrees': (p) =>
    `The address says ${field(p)} “${p.address}”, the column says “${p.column}”; the address was taken.`,
  'address.of_other_customer': (p) =>
    `Customer ${p.customer} already has this address; an occupant of their own was made all the same.`,
  'city.missing': () => 'The address has no city.',
  'zip.missing': () => 'The address has no zip.',
  'point.missing': () => 'There are no coordinates.',
  'point.unreadable': (p) => `The coordinates “${p.latitude}”, “${p.longitude}” cannot be read.`,
  'point.default': (p) =>
    `The coordinates ${p.latitude}, ${p.longitude} are shared by ${p.addresses} addresses; they count as unknown.`,
  'category.missing': () => 'There is no type; it became “Service request”.',
  'text.cut': (p) => `The ${field(p)} has ${p.length} characters and was cut to ${p.max}.`,
  'write.refused': (p) => `The job was refused: ${p.code}.`,
};

/** One sentence. */
export const reasonSentence = (reason: RowReason): string => SENTENCES[reason.code](reason.params);

/** The reason without its details, for counts: “826 × coordinates shared by many addresses”. */
export const REASON_TITLES: Readonly<Record<RowReasonCode, string>> = {
  'row.columns': 'wrong number of cells',
  'row.quotes': 'quotation mark out of place',
  'row.control_characters': 'control characters replaced',
  'id.missing': 'no request number',
  'id.too_long': 'request number too long',
  'id.repeated': 'request number repeated in the file',
  'request.same_day': 'same address, type and day as an earlier request',
  'opened.missing': 'no opening time',
  'opened.unreadable': 'opening time cannot be read',
  'due.missing': 'no due time',
  'due.unreadable': 'due time cannot be read',
  'due.before_opened': 'due before it was opened',
  'closed.unreadable': 'closing time cannot be read',
  'closed.before_opened': 'closed before it was opened',
  'time.ambiguous': 'time in the hour that happened twice',
  'time.skipped': 'time in the hour that was skipped',
  'time.day_only': 'a day without a time',
  'address.missing': 'no address',
  'address.too_long': 'address too long',
  'address.no_number': 'house number 0',
  'address.disagrees': 'address and columns disagree',
  'address.of_other_customer': 'address of another customer',
  'city.missing': 'no city',
  'zip.missing': 'no zip',
  'point.missing': 'no coordinates',
  'point.unreadable': 'coordinates cannot be read',
  'point.default': 'coordinates shared by many addresses',
  'category.missing': 'no type',
  'text.cut': 'text cut',
  'write.refused': 'refused by the rules',
};
