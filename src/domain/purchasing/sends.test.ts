import { expect, test } from 'vitest';
import { day, instant } from '../time.ts';
import { DELIVERY_OPTIONS, type DeliveryOption, papersOf } from '../vendor/delivery.ts';
import { orderMail } from './order-mail.ts';
import { addressesIn, decideMail, endOf, isTakenBack } from './sends.ts';

const mailOf = (option: DeliveryOption, to: readonly string[] = ['orders@harbor.test'], canMail = true) =>
  decideMail({ option, canMail }, to);

test.each(DELIVERY_OPTIONS)('%s: an e-mail with its papers, or by hand', (option) => {
  const papers = {
    EmailAsExcel: { pdf: false, workbook: true, rolledUp: false },
    EmailAsPdf: { pdf: true, workbook: false, rolledUp: false },
    EmailAsPdfRollupView: { pdf: true, workbook: false, rolledUp: true },
    EmailAsExcelAndPdf: { pdf: true, workbook: true, rolledUp: false },
    Manual: null,
    Electronic: null,
    MarkAsSent: null,
    VendorPortal: null,
  }[option];
  expect(papersOf(option)).toEqual(papers);
  expect(mailOf(option)).toEqual(
    papers === null
      ? { ok: false, refusal: { code: 'order.by_hand', params: { option } } }
      : { ok: true, value: { to: ['orders@harbor.test'], papers } },
  );
});

test('without an address, with one that is none, or without a mail server it is refused before', () => {
  const codeOf = (decision: ReturnType<typeof decideMail>) => !decision.ok && decision.refusal.code;
  expect(codeOf(mailOf('EmailAsPdf', []))).toBe('order.no_address');
  expect(codeOf(mailOf('EmailAsPdf', [' ']))).toBe('order.no_address');
  expect(mailOf('EmailAsPdf', ['a@b.test', 'a@b.test\r\nBcc: spy@evil.test'])).toMatchObject({
    refusal: { code: 'order.bad_address', params: { address: 'a@b.test\r\nBcc: spy@evil.test' } },
  });
  expect(codeOf(mailOf('EmailAsPdf', ['Ana <a@b.test>']))).toBe('order.bad_address');
  expect(codeOf(mailOf('EmailAsPdf', ['a@b.test'], false))).toBe('order.no_mail_server');
});

test('addresses are typed with commas, blanks or lines between them; the same one twice is one', () => {
  expect(addressesIn(' a@b.test; c@d.test,\n e@f.test ')).toEqual(['a@b.test', 'c@d.test', 'e@f.test']);
  expect(mailOf('EmailAsPdf', ['a@b.test', ' a@b.test'])).toMatchObject({ value: { to: ['a@b.test'] } });
});

const FACTS = {
  company: 'Northwind Air',
  number: 1042,
  contact: 'Dana',
  requiredOn: day('2026-11-30'),
  papers: papersOf('EmailAsExcelAndPdf')!,
  byName: 'Pete Olsen',
  isAgain: false,
};

test('the e-mail names order, company, papers and day, and who sends it', () => {
  expect(orderMail(FACTS)).toEqual({
    subject: 'Purchase order 1042 from Northwind Air',
    text: [
      'Hello Dana,',
      'Please find our purchase order 1042 attached (PDF and Excel). We need the goods by Monday, November 30.',
      'Please confirm that you have it, and tell us when you can deliver.',
      'Pete Olsen\nNorthwind Air',
    ].join('\n\n'),
  });
});

test('sent again it says that it is no second order; nobody’s name is no name', () => {
  const { subject, text } = orderMail({
    ...FACTS,
    contact: '',
    isAgain: true,
    papers: papersOf('EmailAsPdf')!,
  });
  expect(subject).toBe('Purchase order 1042 from Northwind Air, sent again');
  expect(text).toMatch(
    /^Hello,\n\nHere is our purchase order 1042 once more \(attached, PDF\)\. It is not a/,
  );
});

test('a name with line breaks and marks nobody sees stays one line', () => {
  const { subject } = orderMail({ ...FACTS, company: 'Acme\r\nBcc: spy@evil.test\u202e' });
  expect(subject).toBe('Purchase order 1042 from Acme Bcc: spy@evil.test');
});

test('what the outbox says of an e-mail is what became of it', () => {
  expect(endOf({ status: 'Ready', fault: 'unreachable' })).toBeNull();
  expect(endOf({ status: 'Held', fault: null })).toBeNull();
  expect(endOf({ status: 'Sent', fault: null })).toEqual({ state: 'Sent', fault: null });
  expect(endOf({ status: 'Failed', fault: 'refused' })).toEqual({ state: 'Failed', fault: 'refused' });
  expect(endOf({ status: 'Canceled', fault: null })).toEqual({ state: 'Stopped', fault: null });
  expect(endOf(null)).toEqual({ state: 'Failed', fault: 'tooOld' });
});

test('an e-mail of an order that was taken back does not go; the first one of an order and one of an order still out do', () => {
  const [before, askedAt, after] = ['09:00', '10:00', '11:00'].map((at) => instant(`2026-11-20T${at}:00Z`));
  const again = { again: true, askedAt: askedAt! };
  expect(isTakenBack(again, { status: 'Sent', sentAt: before! })).toBe(false);
  expect(isTakenBack(again, { status: 'Received', sentAt: null })).toBe(false);
  expect(isTakenBack(again, { status: 'Sent', sentAt: after! })).toBe(true);
  expect(isTakenBack(again, { status: 'Pending', sentAt: null })).toBe(true);
  expect(isTakenBack(again, { status: 'Canceled', sentAt: before! })).toBe(true);
  expect(isTakenBack({ ...again, again: false }, { status: 'Pending', sentAt: null })).toBe(false);
});
