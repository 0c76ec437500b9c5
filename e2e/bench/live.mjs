// `npm run bench -- live [--seconds 60]`: the live app as an office has it: one server with the large demo company, 19
// scripted dispatchers who move 20 visits a second between them and read the stream, and one browser with the board open
// whose dispatcher clicks, types and drags. Prints when others see a change (limit 500 ms at p95) and what an
// interaction takes to the next paint (limit 50 ms at p95), both from issue 4, part 1; the latter beside a bare page in the
// same browser under the same load, because without a graphics card the browser itself needs a good part of it.
import { parseArgs } from 'node:util';
import { boardBrowser, untilAtRest } from '../support/board-browser.mjs';
import { computed, signedIn, withDemoServer } from '../support/demo-server.mjs';
import { followChanges } from '../support/follow-changes.mjs';

const DISPATCHERS = 19;
const CHANGES_PER_SECOND = 20;
const SEEN_LIMIT_MS = 500;
const PAINT_LIMIT_MS = 50;
/** Of a browser's day of work: how often its dispatcher does something. */
const PAUSE_BETWEEN_STEPS_MS = 250;
const QUARTER_MS = 15 * 60_000;
const ZONE = 'America/New_York';
const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== 'live'),
  options: { seconds: { type: 'string', default: '60' }, size: { type: 'string', default: 'large' } },
});

const now = () => performance.timeOrigin + performance.now();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const spread = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), worst: sorted.at(-1) ?? Number.NaN };
};
const line = (name, { n, p50, p95, worst }, limit) =>
  console.log(
    `${name.padEnd(42)} ${String(n).padStart(6)} p50 ${p50.toFixed(0).padStart(5)} p95 ${p95.toFixed(0).padStart(5)} worst ${worst.toFixed(0).padStart(5)} ms${limit ? ` (limit ${limit}, ${(p95 / limit).toFixed(2)} ×)` : ''}`,
  );

/** Visits with room of a quarter of an hour behind them, so that moving one there and back never meets another. */
function movable({ appointments, technicians }) {
  const byTechnician = new Map(technicians.map(({ id }) => [id, []]));
  for (const visit of appointments)
    for (const { technicianId } of visit.assignments) byTechnician.get(technicianId)?.push(visit);
  return appointments.filter((visit) => {
    const [only] = visit.assignments;
    if (visit.status !== 'Scheduled' || visit.assignments.length !== 1) return false;
    const end = Date.parse(visit.end);
    return byTechnician
      .get(only.technicianId)
      .every(
        (other) =>
          other === visit ||
          Date.parse(other.end) <= Date.parse(visit.start) ||
          Date.parse(other.start) >= end + QUARTER_MS,
      );
  });
}

/** Moves its visits there and back, one a second. @returns what was sent: id of the visit, when, where to */
async function dispatches(call, visits, until, sent) {
  const versions = new Map(visits.map(({ id, version }) => [id, version]));
  for (let round = 0; now() < until; round += 1) {
    const from = now();
    const visit = visits[round % visits.length];
    const shift = Math.floor(round / visits.length) % 2 === 0 ? QUARTER_MS : 0;
    const [start, end] = [visit.start, visit.end].map((at) => new Date(Date.parse(at) + shift).toISOString());
    const technicianId = visit.assignments[0].technicianId;
    const change = { visitId: visit.id, label: ` #${visit.jobNumber},`, at: now(), done: null };
    const { cards } = await call('POST', `/api/appointments/${visit.id}/reassign`, {
      expected: [{ kind: 'appointment', id: visit.id, version: versions.get(visit.id) }],
      fromTechnicianId: technicianId,
      toTechnicianId: technicianId,
      start,
      end,
    });
    change.done = now();
    const written = cards[0].appointments.find(({ id }) => id === visit.id);
    change.version = written.version;
    versions.set(visit.id, written.version);
    sent.push(change);
    await pause(Math.max(0, (DISPATCHERS / CHANGES_PER_SECOND) * 1000 - (now() - from)));
  }
}

/** What the page sees: when the words of a job's bar changed, how long every interaction took to its paint. */
function watchPage() {
  window.seen = [];
  window.interactions = new Map();
  const at = () => performance.timeOrigin + performance.now();
  new MutationObserver((records) => {
    // A bar that comes into view gets an element that was another job's: nothing was told late.
    const numberIn = (label) => / #\d+,/.exec(label)?.[0];
    for (const { target, oldValue } of records) {
      const label = target.getAttribute('aria-label');
      if (!label || !oldValue || target.getAttribute('role') !== 'gridcell') continue;
      if (numberIn(label) === numberIn(oldValue)) window.seen.push([numberIn(label), at()]);
    }
  }).observe(document.body, { subtree: true, attributeOldValue: true, attributeFilter: ['aria-label'] });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name, target } of list.getEntries()) {
      if (interactionId === 0) continue;
      const what = `${/^key/.test(name) ? 'key' : 'press'} ${target?.closest?.('input') ? 'in the search' : 'on the board'}`;
      const longest = window.interactions.get(interactionId)?.duration ?? 0;
      if (duration > longest) window.interactions.set(interactionId, { duration, what });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  let last = performance.now();
  window.frames = [];
  const frame = (time) => {
    window.frames.push(time - last);
    last = time;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Of these milliseconds a bare page, which only changes a line of text, needs how many? The floor of this browser and load. */
async function worksAtABarePage(browser, until) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.setContent('<button>0</button>');
  await page.evaluate(() => {
    const button = document.querySelector('button');
    for (const kind of ['click', 'keydown'])
      button.addEventListener(kind, () => {
        button.textContent = String(Number(button.textContent) + 1);
      });
  });
  await page.evaluate(watchPage);
  while (now() < until) {
    await page.mouse.click(20, 20);
    for (const key of ['ArrowRight', 'ArrowDown', 'Escape']) await page.keyboard.press(key);
    await pause(PAUSE_BETWEEN_STEPS_MS);
  }
  const { all } = await interactionsOf(page);
  await page.close();
  return all;
}

/** The browser does not report those shorter than 16 ms, only how many there were. */
async function interactionsOf(page) {
  const { known, count } = await page.evaluate(() => ({
    known: [...window.interactions.values()],
    count: performance.interactionCount,
  }));
  const short = Array.from({ length: Math.max(0, count - known.length) }, () => 8);
  return { known, all: [...known.map(({ duration }) => duration), ...short] };
}

/** A dispatcher's hands: select, close, type in the search, step by keyboard, lift a bar and let it go where it was. */
async function worksAtTheBoard(page, until) {
  const grid = page.getByRole('grid', { name: /Dispatch board/ });
  const search = page.getByRole('searchbox', { name: 'Find a technician' });
  let steps = 0;
  const filtered = [];
  for (; now() < until; steps += 1) {
    const cells = grid.getByRole('gridcell');
    const count = await cells.count();
    const box = count === 0 ? null : await cells.nth(steps % count).boundingBox();
    if (steps % 5 === 4) {
      const from = now();
      await search.click();
      await page.keyboard.type('an');
      await page.keyboard.press('Escape');
      await search.fill('');
      // Lanes come back a moment later, and with them what was moved meanwhile.
      filtered.push([from - 1000, now() + 500]);
    } else if (box) {
      const [x, y] = [box.x + Math.min(12, box.width / 2), box.y + box.height / 2];
      await page.mouse.move(x, y);
      if (steps % 5 === 3) {
        await page.mouse.down();
        for (let move = 1; move <= 12; move += 1) await page.mouse.move(x + move * 6, y + move * 4);
        await page.keyboard.press('Escape');
        await page.mouse.up();
      } else {
        await page.mouse.click(x, y);
        for (const key of ['ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
        await page.keyboard.press('Escape');
      }
    }
    await pause(PAUSE_BETWEEN_STEPS_MS);
  }
  return { steps, filtered };
}

async function openBoard(origin) {
  const { browser, page, grid } = await boardBrowser(origin);
  await untilAtRest(page);
  const labels = await grid.getByRole('gridcell').evaluateAll((cells) => cells.map((cell) => cell.ariaLabel));
  return { browser, page, labels };
}

async function measure(origin, pid) {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format();
  const dispatchers = [];
  // One after another: many at once look like somebody who guesses.
  for (let index = 0; index < DISPATCHERS; index += 1)
    dispatchers.push(await signedIn(origin, 'dispatch@demo.test'));
  const board = await dispatchers[0]('GET', `/api/board?day=${day}&timeZone=${ZONE}`);
  const { browser, page, labels } = await openBoard(origin);
  try {
    const isInView = ({ customerName }) => labels.some((label) => label?.includes(customerName));
    const free = movable(board);
    // Half of them visits the browser has in view.
    const [near, far] = [free.filter(isInView), free.filter((visit) => !isInView(visit))];
    const shares = dispatchers.map((_, at) => [
      ...near.filter((_, index) => index % DISPATCHERS === at).slice(0, 4),
      ...far.filter((_, index) => index % DISPATCHERS === at).slice(0, 4),
    ]);
    console.log(
      `${board.technicians.length} technicians, ${board.appointments.length} visits today; ${DISPATCHERS} dispatchers, ${CHANGES_PER_SECOND} changes a second for ${values.seconds} s, ${near.length} visits they may move in the browser's view`,
    );
    const before = computed(pid);
    const until = now() + Number(values.seconds) * 1000;
    const [sent, arrived] = [[], []];
    const streams = dispatchers.map((call, at) =>
      followChanges(call.open, board.cursor, (visitId, version) =>
        arrived.push({ at, visitId, version, time: now() }),
      ),
    );
    const atTheScreen = async () => {
      const bare = await worksAtABarePage(browser, now() + (until - now()) / 4);
      await page.bringToFront();
      await page.evaluate(watchPage);
      return { bare, since: now(), ...(await worksAtTheBoard(page, until)) };
    };
    const [{ bare, since, steps, filtered }] = await Promise.all([
      atTheScreen(),
      ...dispatchers.map((call, at) => dispatches(call, shares[at], until, sent)),
    ]);
    await pause(2000);
    const cpu = (computed(pid) - before) / sent.length;
    for (const stop of streams) stop();
    const of = new Map(sent.map((change) => [`${change.visitId} ${change.version}`, change]));
    const delays = arrived.flatMap(({ visitId, version, time }) => {
      const change = of.get(`${visitId} ${version}`);
      return change ? [time - change.at] : [];
    });
    const { seen, frames } = await page.evaluate(() => ({ seen: window.seen, frames: window.frames }));
    const isInSight = ({ at }) => at > since && !filtered.some(([from, to]) => at > from && at < to);
    const drawn = sent.filter(isInSight).flatMap(({ label, at }) => {
      const first = seen.find(([words, time]) => time >= at && time < at + 5000 && words === label);
      return first ? [first[1] - at] : [];
    });
    console.log(
      `${sent.length} changes, ${(sent.length / Number(values.seconds)).toFixed(1)} a second, ${cpu.toFixed(0)} ms of a core each on the server; ${steps} steps in the browser`,
    );
    line('answered to who made it', spread(sent.map(({ at, done }) => done - at)));
    line('told to another dispatcher', spread(delays), SEEN_LIMIT_MS);
    line('drawn on another dispatcher’s board', spread(drawn), SEEN_LIMIT_MS);
    const floor = spread(bare);
    const { known, all } = await interactionsOf(page);
    const paint = spread(all);
    line('interaction to next paint, a bare page', floor);
    line('interaction to next paint, the board', paint, PAINT_LIMIT_MS);
    console.log(
      `of the board’s, over the bare page: p50 ${(paint.p50 - floor.p50).toFixed(0)}, p95 ${(paint.p95 - floor.p95).toFixed(0)} ms`,
    );
    for (const kind of [...new Set(known.map(({ what }) => what))].sort()) {
      const ofKind = known.filter(({ what }) => what === kind).map(({ duration }) => duration);
      line(`  16 ms and more: ${kind}`, spread(ofKind));
    }
    line('frames', spread(frames));
    console.log(
      `missing: ${sent.length * DISPATCHERS - delays.length} of ${sent.length * DISPATCHERS} tellings`,
    );
  } finally {
    await browser.close();
  }
}

await withDemoServer(measure, { size: values.size });
