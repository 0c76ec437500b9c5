/** What one person books, the others see without a reload, also after the connection was cut. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Page } from '@playwright/test';
import type { JobCardView } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import { freePort } from './support/free-port.ts';
import { seenAt } from './support/seen-at.ts';
import { expect, test } from './support/test.ts';

/** A day on which the demo company has nothing: all that is in the tray is from here. */
const DAY = '2031-05-14';
const BOARD = `/board?day=${DAY}&tz=UTC`;

type Desk = { book(street: string): Promise<JobCardView>; send<T>(path: string, data: object): Promise<T> };

/** Somebody at the telephone, over the API of a signed-in page. */
async function deskOf(page: Page, at: string, origin = at): Promise<Desk> {
  const { request } = page.context();
  const headers = () => ({ origin, 'x-csrf': '1', 'idempotency-key': randomUUID() });
  const setup: Setup = await (await request.get(`${at}/api/setup`, { headers: headers() })).json();
  const unit = setup.businessUnits[0]!;
  const jobType = setup.jobTypes.find(
    ({ businessUnitIds }) => businessUnitIds.length === 0 || businessUnitIds.includes(unit.id),
  )!;
  const send = async <T>(path: string, data: object): Promise<T> => {
    const answer = await request.post(`${at}${path}`, { headers: headers(), data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  return {
    send,
    book: async (street) => {
      const { cards } = await send<{ cards: JobCardView[] }>('/api/jobs', {
        customer: { new: { name: 'Live Test', locations: [{ street }] } },
        location: { ofNewCustomer: 0 },
        jobTypeId: jobType.id,
        businessUnitId: unit.id,
        campaignId: setup.campaigns[0]!.id,
        priority: 'Normal',
        summary: 'Seen live',
        appointment: { start: `${DAY}T15:00:00.000Z`, end: `${DAY}T16:00:00.000Z` },
      });
      return cards[0]!;
    },
  };
}

const street = (name: string) => `${name} ${randomUUID().slice(0, 8)} St`;
const card = (page: Page, words: string) => page.locator('[data-visit]').filter({ hasText: words });
const connection = (page: Page) => page.getByRole('banner').getByRole('status');
const live = (page: Page) => expect(connection(page)).toHaveText('Live', { timeout: 30_000 });

test('a booking is in the tray of another browser within half a second, without a reload', async ({
  signedInPage,
  origin,
}) => {
  const board = await signedInPage('dispatch');
  const desk = await deskOf(await signedInPage('csr'), origin);
  await board.goto(BOARD);
  await live(board);
  const waits: number[] = [];
  for (let booking = 0; booking < 7; booking++) {
    const where = street('Quick');
    const seen = seenAt(board, where);
    const asked = performance.timeOrigin + performance.now();
    await desk.book(where);
    waits.push((await seen) - asked);
  }
  await expect(board.locator('[data-visit]').filter({ hasText: 'Quick' })).toHaveCount(7);
  waits.sort((a, b) => a - b);
  console.log(`Booking sent → seen in the other browser, ms: ${waits.map(Math.round).join(', ')}`);
  expect(waits[3], 'the middle one of seven').toBeLessThan(500);
});

test('the list of jobs and the other browser’s tray follow as well', async ({ signedInPage, origin }) => {
  const list = await signedInPage('accounting');
  const desk = await deskOf(await signedInPage('csr'), origin);
  await list.goto('/jobs');
  await live(list);
  const job = await desk.book(street('Listed'));
  await expect(
    list.getByRole('grid', { name: 'Jobs' }).getByRole('link', { name: String(job.job.number) }),
  ).toBeVisible();
});

/** A wire between browser and server that can be pulled out: offline emulation leaves an open stream alone. */
async function wire() {
  const port = await freePort();
  let target = 0;
  let isCut = false;
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(target, 'localhost');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.pipe(other);
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          ends.delete(one);
          other.destroy();
        });
    }
  });
  server.listen(port, 'localhost');
  await once(server, 'listening');
  const pull = () => {
    isCut = true;
    for (const end of ends) end.destroy();
  };
  return {
    origin: `http://localhost:${port}`,
    leadTo: (origin: string) => {
      target = Number(new URL(origin).port);
    },
    pull,
    plugIn: () => {
      isCut = false;
    },
    end: () => {
      pull();
      server.close();
    },
  };
}

test('a pulled cable and a power cut of the server: every open page says so, catches up by itself, and nothing is lost', async ({
  signedInPage,
  startServer,
  complaints,
}) => {
  test.setTimeout(240_000);
  complaints.expect(
    /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/,
  );
  /** A wire that lets go of whoever connects: said of no other moment. */
  const withoutConnection = (work: () => Promise<void>) =>
    complaints.expectDuring(/ERR_SOCKET_NOT_CONNECTED/, work);
  const cable = await wire();
  const server = await startServer({ env: { PUBLIC_ORIGIN: cable.origin } });
  cable.leadTo(server.origin);
  const atCable = { ...server, origin: cable.origin };
  const board = await signedInPage('dispatch', atCable);
  // The telephone is on another wire; the cookie of localhost is good for both.
  const desk = await deskOf(await signedInPage('csr', atCable), server.origin, cable.origin);
  await board.goto(BOARD);
  await live(board);
  const loads: string[] = [];
  board.on('framenavigated', (frame) => loads.push(frame.url()));

  await test.step('changes made while the cable is out appear when it is back', async () => {
    const [kept, moved, first, second] = ['Kept', 'Moved', 'First', 'Second'].map(street) as [
      string,
      string,
      string,
      string,
    ];
    await desk.book(kept);
    const before = await desk.book(moved);
    await expect(card(board, moved)).toBeVisible();
    await withoutConnection(async () => {
      cable.pull();
      await expect(connection(board)).toHaveText(/^Reconnecting, last change \d+ s ago$/);
      await desk.book(first);
      await desk.book(second);
      const visit = before.appointments[0]!;
      await desk.send(`/api/appointments/${visit.id}/reschedule`, {
        expected: [{ kind: 'appointment', id: visit.id, version: visit.version }],
        start: '2031-05-20T15:00:00.000Z',
        end: '2031-05-20T16:00:00.000Z',
      });
      await expect(card(board, first)).toHaveCount(0);
      cable.plugIn();
      await live(board);
    });
    for (const where of [kept, first, second]) await expect(card(board, where)).toHaveCount(1);
    await expect(card(board, moved), 'moved to another day meanwhile').toHaveCount(0);
  });

  await test.step('what was answered before a power cut is there after it', async () => {
    const [before, last, after] = ['Before', 'Last', 'After'].map(street) as [string, string, string];
    await desk.book(before);
    await expect(card(board, before)).toBeVisible();
    await desk.book(last);
    await withoutConnection(async () => {
      await server.kill9();
      await expect(connection(board)).toHaveText(/^Reconnecting, last change \d+ s ago$/);
      await server.restart();
      await desk.book(after);
      await live(board);
    });
    for (const where of [before, last, after]) await expect(card(board, where)).toHaveCount(1);
  });
  expect(loads, 'no page was loaded again').toEqual([]);
  cable.end();
});
