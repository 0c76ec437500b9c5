import { beforeEach, expect, test } from 'vitest';
import { signDayLink } from '#backend/technician-day/links.ts';
import { technicianDays } from '#backend/technician-day/open.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type Day, day, instant } from '#domain/time.ts';
import { bookingBody, type Company, makeCompany } from './company.ts';
import { eachEngine } from './databases.ts';
import type { FixedClock } from './fixed-clock.ts';
import { startStack } from './stack.ts';

const at = (text: string) => instant(`2026-11-21T${text}:00Z`);
const ORIGIN = 'http://localhost:3000';
const ZONE = 'America/New_York';
const SATURDAY = day('2026-11-21');

eachEngine('the page of a technician’s day', (database) => {
  let company: Company;
  let foreign: Company;
  let clock: FixedClock;
  beforeEach(async () => {
    company = await makeCompany(database(), 1);
    foreign = await makeCompany(database(), 2);
    clock = company.clock as FixedClock;
  });

  const linkTo = (technicianId: Id, of: Day = SATURDAY, tenantId = 1) =>
    database().transaction({ tenantId: 'system' }, async (tx) => {
      const link = { tenantId, technicianId, day: of };
      return (await signDayLink(tx, link, ZONE, clock.now())) ?? '';
    });
  async function served<T>(work: (get: (path: string) => Promise<Response>) => Promise<T>): Promise<T> {
    const stack = await startStack({
      database: database() as Database,
      upstream: company.backend,
      technicianDays: technicianDays(database(), clock, ORIGIN),
      clock,
      seed: false,
    });
    try {
      return await work((path) => fetch(stack.url + path, { redirect: 'manual' }));
    } finally {
      await stack.close();
    }
  }
  async function booked(of: Company, technicianIds: readonly Id[], name: string, hour = 14) {
    const { cards } = await of.person('csr').call('jobs.book', {
      key: `book ${name}`,
      body: {
        ...bookingBody(of, {
          start: at(`${hour}:00`),
          end: at(`${hour + 2}:00`),
          technicianIds,
        }),
        summary: `Squeak of ${name}`,
        customer: {
          new: {
            name,
            locations: [{ street: `12 ${name} St`, city: 'Quincy', state: 'MA', zip: '02169' }],
            contacts: [{ kind: 'Mobile', value: '617 555 0142' }],
          },
        },
      },
    });
    return cards[0]!;
  }

  test('shows times, places, people and phones of that day, of that technician alone, and nothing to search engines', async () => {
    const [ana, sam] = company.technicianIds as [Id, Id];
    await booked(company, [ana], 'Lopez');
    await booked(company, [sam], 'Somebody Else', 18);
    await booked(foreign, [foreign.technicianIds[0]!], 'Foreign');
    const token = await linkTo(ana);
    await served(async (get) => {
      const page = await get(`/day/${token}`);
      const html = await page.text();
      expect(page.status).toBe(200);
      for (const told of [
        'Saturday, November 21',
        '9:00 AM',
        '11:00 AM',
        'Lopez',
        '12 Lopez St, Quincy, MA 02169',
      ])
        expect(html).toContain(told);
      expect(html).toContain('href="tel:6175550142"');
      expect(html).not.toMatch(/Somebody Else|Foreign|<script|style=/);
      const headers = Object.fromEntries(page.headers);
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['content-security-policy']).toContain("default-src 'none'; style-src 'self'");
      expect(page.headers.getSetCookie()).toEqual([]);
      const calendar = await get(`/day/${token}.ics`);
      expect(calendar.headers.get('content-type')).toContain('text/calendar');
      const ics = await calendar.text();
      expect(ics).toContain('DTSTART:20261121T140000Z');
      expect(ics).toMatch(/UID:visit-\d+-111@localhost/);
    });
  });

  test('a visit taken away stays as canceled in the calendar, with a higher SEQUENCE, and tells nothing of the customer', async () => {
    const [ana, sam] = company.technicianIds as [Id, Id];
    const card = await booked(company, [ana], 'Lopez');
    const visit = card.appointments[0]!;
    const token = await linkTo(ana);
    const days = technicianDays(database(), clock, ORIGIN);
    const before = await days.calendar(token);
    await company.person('dispatcher').call('appointments.reassign', {
      params: { id: visit.id },
      body: {
        expected: [{ kind: 'appointment', id: visit.id, version: visit.version }],
        fromTechnicianId: ana,
        toTechnicianId: sam,
        start: at('14:00'),
        end: at('16:00'),
      },
    });
    const after = await days.calendar(token);
    const [was, is] = [before, after].map((answer) => (answer.kind === 'found' ? answer.value : '')) as [
      string,
      string,
    ];
    const sequence = (ics: string) => Number(/SEQUENCE:(\d+)/.exec(ics)?.[1]);
    expect(was).toContain('STATUS:CONFIRMED');
    expect(is).toContain('STATUS:CANCELLED');
    expect(sequence(is)).toBeGreaterThan(sequence(was));
    expect(/UID:(.*)/.exec(is)?.[1]).toBe(/UID:(.*)/.exec(was)?.[1]);
    expect(is).not.toMatch(/Lopez/);
    await served(async (get) => {
      const html = await (await get(`/day/${token}`)).text();
      expect(html).toContain('Not yours any more');
      expect(html).not.toMatch(/Lopez|617 555/);
    });
  });

  test('names and notes stay words: no tag, no line of their own in the calendar', async () => {
    const [ana] = company.technicianIds as [Id];
    await booked(company, [ana], `<img src=x onerror=alert(1)>"'`);
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query('update company.jobs set summary = $1', ['<b>Hi</b>\r\nATTENDEE:mailto:spy@evil.test']),
    );
    const token = await linkTo(ana);
    await served(async (get) => {
      const html = await (await get(`/day/${token}`)).text();
      expect(html).not.toMatch(/<img|<b>Hi|onerror=alert\(1\)>"/);
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;');
      const ics = await (await get(`/day/${token}.ics`)).text();
      expect(ics.split(/\r?\n/).filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
    });
  });

  test('a link that was changed in any place opens nothing, and neither does one for another company', async () => {
    const [ana] = company.technicianIds as [Id];
    await booked(foreign, [foreign.technicianIds[0]!], 'Foreign');
    const token = await linkTo(ana);
    const days = technicianDays(database(), clock, ORIGIN);
    for (let place = 0; place < token.length; place += 3) {
      const other = token[place] === 'a' ? 'b' : 'a';
      const forged = token.slice(0, place) + other + token.slice(place + 1);
      expect([place, (await days.page(forged)).kind]).toEqual([place, 'unknown']);
    }
    const [key, , , ...rest] = token.split('.');
    const elsewhere = [key, (2).toString(36), foreign.technicianIds[0]!.toString(36), ...rest].join('.');
    for (const forged of [elsewhere, `${token}A`, token.slice(0, -1), '', 'x', `${token}.ics`])
      expect((await days.page(forged)).kind).toBe('unknown');
    // A technician of company 2 under company 1: signed, and yet nobody there has that number.
    expect((await days.page(await linkTo(foreign.technicianIds[0]!))).kind).toBe('ended');
  });

  test('it ends six hours after its day, and at once for who does not work here any more', async () => {
    const [ana, sam] = company.technicianIds as [Id, Id];
    const token = await linkTo(ana);
    const days = technicianDays(database(), clock, ORIGIN);
    clock.set('2026-11-22T10:59:00.000Z');
    expect((await days.page(token)).kind).toBe('found');
    clock.set('2026-11-22T11:00:00.000Z');
    expect((await days.page(token)).kind).toBe('ended');
    await served(async (get) => {
      const answer = await get(`/day/${token}`);
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain('This link has ended');
      expect((await get('/day/made-up')).status).toBe(404);
    });
    clock.set('2026-11-20T15:00:00.000Z');
    const his = await linkTo(sam);
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query('update company.technicians set active = false where id = $1', [sam]),
    );
    expect((await days.page(his)).kind).toBe('ended');
  });

  test('the key changes after a week, links of the old one hold until their end, and then it is deleted', async () => {
    const [ana] = company.technicianIds as [Id];
    const old = await linkTo(ana, day('2026-11-30'));
    clock.set('2026-11-28T15:00:00.000Z');
    const fresh = await linkTo(ana, day('2026-11-30'));
    expect(fresh.split('.')[0]).not.toBe(old.split('.')[0]);
    const days = technicianDays(database(), clock, ORIGIN);
    expect((await days.page(old)).kind).toBe('found');
    clock.set('2026-12-09T15:00:00.000Z');
    await linkTo(ana, day('2026-12-10'));
    const keys = await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query<{ id: string }>('select id from office.link_keys'),
    );
    expect(keys).toHaveLength(1);
  });

  test('the application’s own role may not look at the keys', async () => {
    await linkTo(company.technicianIds[0]!);
    await expect(
      database().transaction({ tenantId: 1 }, (tx) => tx.query('select * from office.link_keys')),
    ).rejects.toMatchObject({ code: '42501' });
  });

  test('a link with something too much is told as incomplete, never answered by the office’s own page', async () => {
    const token = await linkTo(company.technicianIds[0]!);
    await served(async (get) => {
      for (const given of [
        `${token}/`,
        `${token}/x`,
        `${token}${'a'.repeat(200)}`,
        `${token}%2f..`,
        `..%2f${token}`,
        `${token}%00`,
        `${token}.ics/`,
        `/${token}`,
        '',
      ]) {
        const answer = await get(`/day/${given}`);
        expect([given, answer.status]).toEqual([given, 404]);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(await answer.text()).toContain('This link is not complete');
      }
      expect((await get(`/day/${token}?from=mail`)).status).toBe(200);
    });
  });

  test('whoever asks too often in a minute waits for the next', async () => {
    await served(async (get) => {
      const statuses: number[] = [];
      for (let asked = 0; asked < 61; asked++) statuses.push((await get('/day/made-up')).status);
      expect(statuses.slice(0, 60).every((status) => status === 404)).toBe(true);
      expect(statuses[60]).toBe(429);
      clock.advance(60_000);
      expect((await get('/day/made-up')).status).toBe(404);
    });
  });
});
