import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { bookingBody, type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { decoded, headerOf, headersOf, mailServer, ORIGIN, senderTo } from '#testing/mail-server.ts';
import { technicianDays } from '../technician-day/open.ts';
import { createSender } from './sender.ts';

const at = (text: string) => instant(`2026-11-21T${text}:00Z`);
const SECOND = 1000;

eachEngine('messages by mail', (database) => {
  async function made() {
    const company = await makeCompany(database());
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query("update company.technicians set email = 'tech' || id || '@company.test', phone = ''"),
    );
    return company;
  }
  async function booked(company: Company, name = 'Maria Lopez', street = '12 Main St'): Promise<JobCardView> {
    const [ana] = company.technicianIds as [Id];
    const { cards } = await company.person('csr').call('jobs.book', {
      key: `book ${name}`,
      body: {
        ...bookingBody(company, { start: at('14:00'), end: at('16:00'), technicianIds: [ana] }),
        customer: {
          new: {
            name,
            locations: [{ street, city: 'Quincy' }],
            contacts: [{ kind: 'Email', value: 'maria@customer.test' }],
          },
        },
      },
    });
    return cards[0]!;
  }
  async function moved(company: Company, card: JobCardView) {
    const visit = card.appointments[0]!;
    return company.person('dispatcher').call('appointments.reschedule', {
      params: { id: visit.id },
      body: {
        expected: [{ kind: 'appointment', id: visit.id, version: visit.version }],
        start: at('17:00'),
        end: at('19:00'),
      },
    });
  }
  const outbox = (company: Company, query: Record<string, unknown> = {}) =>
    company.person('dispatcher').call('messages.list', { query });
  const states = async (company: Company) =>
    (await outbox(company)).items.map(({ recipientKind, state }) => `${recipientKind} ${state}`).sort();
  const pass = (company: Company, seconds: number) => (company.clock as FixedClock).advance(seconds * SECOND);

  test('a move is told to customer and technician after its minute, each in their words, the technician with a calendar and the link to the day', async () => {
    const company = await made();
    const server = await mailServer();
    const sender = senderTo(database(), company, server.port);
    await moved(company, await booked(company));
    pass(company, 59);
    await sender.tick();
    expect(server.received).toEqual([]);
    expect(await states(company)).toEqual(['customer waiting', 'technician waiting']);
    pass(company, 1);
    await sender.tick();
    await sender.tick();
    expect(server.received.map(({ to }) => to[0]).sort()).toEqual([
      'maria@customer.test',
      'tech111@company.test',
    ]);
    const customer = server.received.find(({ to }) => to[0]!.startsWith('maria'))!;
    expect(headerOf(customer, 'Subject')).toBe('Your visit has a new time: Saturday, November 21, 12:00 PM');
    expect(headerOf(customer, 'From')).toBe('Company 1 <office@company.test>');
    expect(headerOf(customer, 'Message-ID')).toMatch(/^<message-\d+@board\.example>$/);
    expect(customer.raw).not.toMatch(/BEGIN:VCALENDAR|\/day\//);
    const technician = server.received.find(({ to }) => to[0]!.startsWith('tech'))!;
    const token = /https:\/\/board\.example\/day\/([\w.-]+)/.exec(decoded(technician.raw))?.[1] ?? '';
    const day = await technicianDays(database(), company.clock, ORIGIN).page(token);
    expect(day).toMatchObject({ kind: 'found', value: { technicianName: 'Ana Reyes', day: '2026-11-21' } });
    expect(technician.raw).toContain('text/calendar');
    expect(await states(company)).toEqual(['customer sent', 'technician sent']);
  });

  test('undone within the minute, nobody is told', async () => {
    const company = await made();
    const server = await mailServer();
    const sender = senderTo(database(), company, server.port);
    const { operationId } = await moved(company, await booked(company));
    pass(company, 50);
    await company.person('dispatcher').call('operations.undo', { body: { operationId } });
    pass(company, 3600);
    await sender.tick();
    expect(server.received).toEqual([]);
    expect(await states(company)).toEqual(['customer unsent', 'technician unsent']);
  });

  test('while the mail server is down all of it waits; when it is back each goes out once', async () => {
    const company = await made();
    const gone = await mailServer();
    await gone.close();
    const sender = senderTo(database(), company, gone.port);
    await moved(company, await booked(company));
    pass(company, 60);
    for (let hours = 0; hours < 5; hours++) {
      await sender.tick();
      pass(company, 3600);
    }
    expect((await outbox(company)).items.map(({ state, fault }) => [state, fault])).toEqual([
      ['queued', 'unreachable'],
      ['queued', 'unreachable'],
    ]);
    const back = await mailServer(gone.port);
    for (let minutes = 0; minutes < 10; minutes++) {
      await sender.tick();
      pass(company, 60);
    }
    expect(back.received).toHaveLength(2);
    expect(await states(company)).toEqual(['customer sent', 'technician sent']);
  });

  test('two processes that send at once send each message once', async () => {
    const company = await made();
    const server = await mailServer();
    const senders = [1, 2, 3].map(() => senderTo(database(), company, server.port));
    for (const name of ['Ana', 'Bo', 'Cy']) {
      const card = await booked(company, name);
      const visit = card.appointments[0]!;
      await company.person('dispatcher').call('appointments.hold', {
        params: { id: visit.id },
        body: {
          expected: [{ kind: 'appointment', id: visit.id, version: visit.version }],
          reasonId: company.holdReasonId,
          memo: '',
        },
      });
    }
    pass(company, 60);
    await Promise.all(senders.map((sender) => sender.tick()));
    const ids = server.received.map((mail) => headerOf(mail, 'Message-ID'));
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });

  test('a process that died with a message in hand lets go of it; the repeat has the same Message-ID', async () => {
    const company = await made();
    const server = await mailServer();
    const sender = senderTo(database(), company, server.port);
    await moved(company, await booked(company));
    pass(company, 60);
    await sender.tick();
    // As if the process had ended after the mail and before its row was written.
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query("update office.messages set status = 'Ready', sent_on = null, claimed_until = $1", [
        instant('2026-11-20T15:05:00Z'),
      ]),
    );
    await sender.tick();
    expect(server.received).toHaveLength(2);
    pass(company, 300);
    await sender.tick();
    const ids = server.received.map((mail) => headerOf(mail, 'Message-ID')).sort();
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
  });

  test('what the server puts off is tried again, what it refuses has failed with its words, and is sent again by hand', async () => {
    const company = await made();
    const server = await mailServer();
    const sender = senderTo(database(), company, server.port);
    server.replies.set('maria@customer.test', { code: 550, text: 'No such user' });
    server.replies.set('tech111@company.test', { code: 451, text: 'Greylisted' });
    await moved(company, await booked(company));
    pass(company, 60);
    await sender.tick();
    const { items } = await outbox(company);
    expect(items.map(({ state, fault }) => [state, fault]).sort()).toEqual([
      ['failed', 'refused'],
      ['queued', 'later'],
    ]);
    const failed = items.find(({ state }) => state === 'failed')!;
    expect(failed.faultReply).toContain('No such user');
    server.replies.clear();
    pass(company, 60);
    await sender.tick();
    expect(server.received.map(({ to }) => to[0])).toEqual(['tech111@company.test']);
    await company.person('csr').call('messages.sendAgain', {
      params: { id: failed.id },
      body: { version: failed.version },
    });
    await sender.tick();
    expect(server.received.map(({ to }) => to[0])).toEqual(['tech111@company.test', 'maria@customer.test']);
  });

  test('put off again and again it fails in the end, with the reason', async () => {
    const company = await made();
    const server = await mailServer();
    const sender = senderTo(database(), company, server.port);
    for (const to of ['maria@customer.test', 'tech111@company.test'])
      server.replies.set(to, { code: 451, text: 'Not now' });
    await moved(company, await booked(company));
    for (let tries = 0; tries < 7; tries++) {
      pass(company, 3600);
      await sender.tick();
    }
    const { items } = await outbox(company);
    expect(items.map(({ state, fault }) => [state, fault])).toEqual([
      ['failed', 'later'],
      ['failed', 'later'],
    ]);
  });

  test('hostile names, texts and addresses change nothing but words', async () => {
    const company = await made();
    const server = await mailServer();
    const sender = senderTo(database(), company, server.port);
    const nasty = 'Eve <b>x</b>, spy@evil.test\u202e';
    const card = await booked(company, nasty, `1 <script>alert(1)</script> St\nBcc: spy@evil.test`);
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query('update company.customers set name = $1', [`Eve\r\nBcc: spy@evil.test\r\n\r\n<script>`]);
      await tx.query('update office.tenants set name = $1', [`"Acme"\r\nBcc: spy@evil.test`]);
      await tx.query('update company.technicians set name = $1', [`Ana\r\nBcc: spy@evil.test`]);
    });
    await moved(company, card);
    const waiting = (await outbox(company)).items.find(({ recipientKind }) => recipientKind === 'customer')!;
    await company.person('csr').call('messages.change', {
      params: { id: waiting.id },
      body: {
        version: waiting.version,
        changes: {
          subject: '=?utf-8?Q?=0D=0ABcc:_spy@evil.test?= <b>',
          text: '<img src=x>\n.\nRCPT TO:<spy@evil.test>',
        },
      },
    });
    pass(company, 3600);
    await sender.tick();
    expect(server.received.map(({ to }) => to).sort()).toEqual([
      ['maria@customer.test'],
      ['tech111@company.test'],
    ]);
    for (const mail of server.received) {
      expect(headersOf(mail)).not.toMatch(/^bcc:/im);
      expect(headerOf(mail, 'Subject')).not.toContain('=?utf-8?Q?=0D');
      const html = decoded(mail.raw.slice(mail.raw.indexOf('text/html')));
      expect(html).toContain('<p dir="auto">');
      expect(html.slice(0, html.indexOf('</html>'))).not.toMatch(/<script|<img|<b>/);
    }
  });

  test('an address that is a list of them is nobody’s', async () => {
    const company = await made();
    const server = await mailServer();
    const sender = senderTo(database(), company, server.port);
    await moved(company, await booked(company));
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query("update company.contacts set value = 'a@b.test,spy@evil.test'"),
    );
    pass(company, 60);
    await sender.tick();
    expect((await outbox(company, { states: ['failed'] })).items).toMatchObject([{ fault: 'badAddress' }]);
    expect(server.received.flatMap(({ to }) => to)).toEqual(['tech111@company.test']);
  });

  test('without a mail server messages wait and the list says so; an SMS has nobody to send it', async () => {
    const company = await made();
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query("update company.technicians set phone = '617 555 0101'"),
    );
    const logger = { warn: () => undefined, error: () => undefined };
    const parts = { database: database(), clock: company.clock, publicOrigin: ORIGIN, logger };
    const sender = createSender({ ...parts, transport: null });
    await moved(company, await booked(company));
    pass(company, 3600);
    await sender.tick();
    expect((await outbox(company)).canMail).toBe(false);
    expect(await states(company)).toEqual(['customer queued', 'technician noWay', 'technician queued']);
  });

  test('who has declined meanwhile, or left, gets nothing', async () => {
    const company = await made();
    const server = await mailServer();
    const sender = senderTo(database(), company, server.port);
    await moved(company, await booked(company));
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query('update company.contacts set may_message = false');
      await tx.query('update company.technicians set active = false');
    });
    pass(company, 60);
    await sender.tick();
    expect(server.received).toEqual([]);
    expect((await outbox(company)).items.map(({ fault }) => fault)).toEqual(['noAddress', 'noAddress']);
  });
});
