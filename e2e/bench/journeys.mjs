// `npm run bench -- journeys [--shots FOLDER]`: twenty callers booked in a browser on the demo company, known and new, by
// mouse and by keyboard alone; counts clicks and keys beside free text and prints them against the limits of product.md,
// journey 1. Free text: what the caller says (name looked for, what is wrong); for a new customer every key counts but that.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { untilFocused } from '../support/board-browser.mjs';
import { signedIn, withDemoServer } from '../support/demo-server.mjs';
import { CHROMIUM_FLAGS, findChromium } from '../support/find-chromium.mjs';

const { values: flags } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== 'journeys'),
  options: { shots: { type: 'string' } },
});
const LIMITS = {
  'known, mouse': { clicks: 5, keys: 0 },
  'known, keyboard': { clicks: 0, keys: 15 },
  'new, mouse': { clicks: 7, keys: 110 },
  'new, keyboard': { clicks: 0, keys: 110 },
};
const SAYS = [
  'no cool, outdoor unit hums',
  'no heat since last night',
  'kitchen sink is leaking',
  'toilet keeps running',
  'drain backed up in the basement',
];
const NEW = [
  ['Zora Quill', '6175550191', '14 Elm St Quincy MA 02169'],
  ['Ivo Petrov', '6175550192', '8 Oak Ave Boston MA 02118'],
  ['Nia Okafor', '7815550193', '220 Beach Rd Hull MA 02045'],
  ['Tom Baxter', '6175550194', '5 Hill Rd Milton MA 02186'],
  ['Lena Fischer', '5085550195', '77 River St Dedham MA 02026'],
];

const searchBox = (page) => page.getByRole('combobox', { name: 'Phone, name, e-mail or address' });
const summary = (page) => page.getByLabel(/What is wrong/);
const firstBest = (page) => page.locator('input[name=best]').first();
const bookButton = (page) => page.getByRole('button', { name: /^Book/ });

/** Hands of one call: counts what a person presses and clicks. */
function handsOn(page) {
  const count = { clicks: 0, keys: 0, free: 0 };
  return {
    count,
    async click(target) {
      count.clicks += 1;
      await target.click();
    },
    async key(name) {
      // Ctrl+Enter is two keys.
      count.keys += name.split('+').length;
      await page.keyboard.press(name);
    },
    async free(text) {
      count.free += text.length;
      await page.keyboard.type(text);
    },
    async typed(text) {
      count.keys += text.length;
      await page.keyboard.type(text);
    },
  };
}

async function answered(page, work) {
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/api/jobs'),
  );
  await work();
  const response = await answer;
  if (response.status() !== 201) throw new Error(`Booking: ${response.status()} ${await response.text()}`);
}

/** By the number on the telephone's display: names repeat in the demo. */
async function findKnown(page, hands, { name, phone }) {
  await hands.free(phone);
  await page
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .waitFor();
}

async function settleLocation(page, hands, way) {
  const several = page.locator('[data-stop=location] input[type=radio]');
  await page.locator('[data-stop=location]').waitFor();
  if ((await several.count()) < 2) return;
  if (way === 'keyboard') {
    await untilFocused(page, several.first());
    await hands.key('Enter');
  } else await hands.click(summary(page));
}

/** From what is wrong to the booking. */
async function rest(page, hands, way, says) {
  if (way === 'keyboard') {
    await untilFocused(page, summary(page));
    await hands.free(says);
    await firstBest(page).waitFor({ state: 'attached' });
    await hands.key('Enter');
    await untilFocused(page, firstBest(page));
    await hands.key('Enter');
    await answered(page, () => hands.key('Control+Enter'));
  } else {
    await untilFocused(page, summary(page));
    await hands.free(says);
    await firstBest(page).waitFor({ state: 'attached' });
    await hands.click(page.locator('label:has(input[name=best])').first());
    await answered(page, () => hands.click(bookButton(page)));
  }
}

async function known(page, way, person, says) {
  const hands = handsOn(page);
  await untilFocused(page, searchBox(page));
  await findKnown(page, hands, person);
  if (way === 'keyboard') await hands.key('Enter');
  else await hands.click(page.getByRole('option', { name: new RegExp(`^${person.name}`) }).first());
  await settleLocation(page, hands, way);
  await rest(page, hands, way, says);
  return hands.count;
}

async function fresh(page, way, [name, phone, address], says) {
  const hands = handsOn(page);
  await untilFocused(page, searchBox(page));
  await hands.typed(`${name} ${phone}`);
  const offer = page.getByRole('option', { name: /New customer/ });
  await offer.waitFor();
  const line = page.getByLabel(/Address in one line/);
  if (way === 'keyboard') {
    // The offer stands after the hits.
    const hits = (await page.getByRole('option').count()) - 1;
    for (let at = 0; at < hits; at += 1) await hands.key('ArrowDown');
    await hands.key('Enter');
    await untilFocused(page, page.getByLabel(/^Name/));
    // Past the phone, which is filled in.
    await hands.key('Enter');
  } else {
    await hands.click(offer);
    await hands.click(line);
  }
  await untilFocused(page, line);
  await hands.typed(address);
  if (way === 'keyboard') await hands.key('Enter');
  else await hands.click(summary(page));
  await rest(page, hands, way, says);
  return hands.count;
}

async function shot(page, name) {
  if (!flags.shots) return;
  mkdirSync(flags.shots, { recursive: true });
  await page.screenshot({ path: `${flags.shots}/${name}.png` });
}

async function measure(origin) {
  const call = await signedIn(origin, 'csr@demo.test');
  const { items } = await call('GET', '/api/customers?q=quincy&limit=100');
  const callers = items.filter((one) => !one.doNotService && one.phone && /Quincy/.test(one.address));
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: CHROMIUM_FLAGS,
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel(/E-mail/).fill('csr@demo.test');
  await page.getByLabel(/Password/).fill('open-the-board');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  const rows = [];
  for (let caller = 0; caller < 20; caller += 1) {
    const kind = Object.keys(LIMITS)[Math.floor(caller / 5)];
    const [who, way] = kind.split(', ');
    const says = SAYS[caller % SAYS.length];
    await page.goto(`${origin}/book`);
    const from = performance.now();
    const person = [`${NEW[caller % 5][0]}${way === 'mouse' ? '' : 'a'}`, ...NEW[caller % 5].slice(1)];
    try {
      const count =
        who === 'known'
          ? await known(page, way, callers[caller], says)
          : await fresh(page, way, person, says);
      rows.push({ kind, ...count, ms: performance.now() - from });
    } catch (error) {
      await shot(page, `failed-${caller}`);
      throw new Error(`Caller ${caller + 1}, ${kind}, “${says}”: ${error.message}`);
    }
    if (caller % 5 === 0) await shot(page, kind.replace(', ', '-'));
  }
  await browser.close();
  console.log('journey           calls  clicks  limit   keys  limit  free text  screens  ms of the machine');
  for (const [kind, limit] of Object.entries(LIMITS)) {
    const own = rows.filter((row) => row.kind === kind);
    const most = (field) => Math.max(...own.map((row) => row[field]));
    const middle = own.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(own.length / 2)];
    const cell = (value, width) => String(value).padStart(width);
    console.log(
      `${kind.padEnd(17)} ${cell(own.length, 5)} ${cell(most('clicks'), 7)} ${cell(limit.clicks, 6)} ${cell(most('keys'), 6)} ${cell(limit.keys, 6)} ${cell(most('free'), 10)} ${cell(1, 8)} ${cell(middle.toFixed(0), 9)}`,
    );
    if (most('clicks') > limit.clicks || most('keys') > limit.keys) process.exitCode = 1;
  }
}

await withDemoServer(measure);
