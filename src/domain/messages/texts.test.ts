import { describe, expect, test } from 'vitest';
import { instant } from '../time.ts';
import { oneLine } from './one-line.ts';
import { MESSAGE_CHANGES } from './recipients.ts';
import { heldAfterEdit, isTooOld, nextTry } from './sending.ts';
import { escapeHtml, simpleHtml } from './simple-html.ts';
import { DAY_LINK, type MessageFacts, messageText } from './texts.ts';

const at = (text: string) => instant(`2026-11-23T${text}:00Z`);
const facts = (changes: Partial<MessageFacts> = {}): MessageFacts => ({
  recipient: 'customer',
  change: 'rescheduled',
  times: { start: at('18:00'), end: at('20:00'), windowStart: at('17:00'), windowEnd: at('21:00') },
  before: { start: at('14:00'), end: at('16:00'), windowStart: null, windowEnd: null },
  zone: 'America/New_York',
  company: 'Bay State Air',
  customerName: 'Maria Lopez',
  technicianNames: ['Ana Reyes'],
  street: '12 Main St',
  city: 'Quincy',
  jobType: 'No cool',
  jobNumber: 1042,
  appointmentNumber: 1,
  ...changes,
});
const NASTY = 'Eve\r\nBcc: all@example.com\u2028\u202Egnp.exe <script>alert(1)</script>';

describe('what a message says', () => {
  test('a customer is told the window that was promised, in the time of the place, and what it was before', () => {
    expect(messageText(facts())).toEqual({
      subject: 'Your visit has a new time: Monday, November 23, between 12:00 PM and 4:00 PM',
      text: [
        'Hello Maria Lopez,',
        'We come to 12 Main St on Monday, November 23, between 12:00 PM and 4:00 PM.',
        'Before, it was Monday, November 23, 9:00 AM.',
        'No cool, job 1042.',
        'Bay State Air',
      ].join('\n\n'),
    });
  });

  test('a technician is told where, when and what, and where the day stands; not whose place it is', () => {
    const { subject, text } = messageText(facts({ recipient: 'technician', change: 'assigned' }));
    expect(subject).toBe('New for you: Monday, November 23, 1:00 PM – 3:00 PM (1042-1)');
    expect(text).toContain('Hello Ana,');
    expect(text).toContain('You have a visit at 12 Main St, Quincy: Monday, November 23, 1:00 PM – 3:00 PM.');
    expect(text).toContain(`Your day: ${DAY_LINK}`);
    expect(text).not.toContain('Lopez');
  });

  test('moved within the window it was promised for, the customer is told no change', () => {
    const window = { windowStart: at('17:00'), windowEnd: at('21:00') };
    const { subject, text } = messageText(
      facts({ before: { start: at('17:00'), end: at('19:00'), ...window } }),
    );
    expect(subject).toBe('Your visit: Monday, November 23, between 12:00 PM and 4:00 PM');
    expect(text).not.toContain('Before');
  });

  test('who is on the way is named, several are, and nobody in particular when nobody is', () => {
    const who = (...technicianNames: string[]) =>
      messageText(facts({ change: 'dispatched', technicianNames })).subject;
    expect(who('Ana Reyes')).toBe('Ana is on the way');
    expect(who('Ana Reyes', 'Sam Kowalski', 'Priya Nair')).toBe('Ana, Sam and Priya are on the way');
    expect(who()).toBe('Our technician is on the way');
  });

  for (const recipient of ['customer', 'technician'] as const) {
    test.each(MESSAGE_CHANGES)(
      `hostile names stay words in the subject and the text: ${recipient}, %s`,
      (change) => {
        const hostile = {
          customerName: NASTY,
          technicianNames: [NASTY],
          street: NASTY,
          city: NASTY,
          company: NASTY,
        };
        const said = messageText(facts({ recipient, change, jobType: NASTY, ...hostile }));
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the claim
        expect(said.subject).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
        expect(said.text.split('\n').every((line) => !line.startsWith('Bcc:'))).toBe(true);
        expect(said.text).not.toMatch(/[\r\u2028\u202e]/);
        expect(simpleHtml(said.text, null)).not.toContain('<script');
      },
    );
  }
});

describe('words on one line', () => {
  test('breaks become blanks, unseen marks go, long names are cut', () => {
    expect(oneLine(' Ana\r\n\tReyes\u0000 ')).toBe('Ana Reyes');
    expect(oneLine('pay\u200bpal\u202e')).toBe('paypal');
    expect(oneLine('x'.repeat(500))).toHaveLength(120);
  });
  test('a Hebrew name stands apart, so that the number after it keeps its place', () => {
    expect(oneLine('דוד כהן')).toBe('\u2068דוד כהן\u2069');
  });
});

test('only the link to the day can be pressed', () => {
  const html = simpleHtml(
    'Go to https://evil.example\n\nYour day: https://x.example/day/a',
    'https://x.example/day/a',
  );
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('<a href="https://x.example/day/a">');
  expect(escapeHtml(`<a href="x" onclick='y'>&`)).toBe(
    '&lt;a href=&quot;x&quot; onclick=&#39;y&#39;&gt;&amp;',
  );
});

describe('the way through the outbox', () => {
  const now = at('12:00');
  test('it is tried five times more at growing pauses, then never again', () => {
    expect([1, 2, 3, 4, 5, 6].map((tries) => nextTry(tries, now))).toEqual([
      at('12:01'),
      at('12:02'),
      at('12:05'),
      at('12:15'),
      at('13:00'),
      null,
    ]);
  });
  test('that somebody is on the way is of no use an hour later, a new time is', () => {
    expect(isTooOld('dispatched', now, at('13:00'))).toBe(false);
    expect(isTooOld('dispatched', now, instant('2026-11-23T13:00:01Z'))).toBe(true);
    expect(isTooOld('rescheduled', now, at('23:59'))).toBe(false);
  });
  test('a text saved early keeps its minute, one saved late has ten seconds', () => {
    expect(heldAfterEdit(now, instant('2026-11-23T12:00:20Z'))).toBe(at('12:01'));
    expect(heldAfterEdit(now, at('12:04'))).toBe(instant('2026-11-23T12:04:10Z'));
  });
});
