// `npm run bench -- drafts [--size normal|large]`: forking the day on the demo company's board into a draft, from the key
// that asks for it to the draft's bar with its figures, and a move in it to the figures after it. One browser, one
// server. Limit of forking: 1 s (issue 4, part 8).
import { parseArgs } from 'node:util';
import { boardBrowser, untilAtRest, untilFocused } from '../support/board-browser.mjs';
import { withDemoServer } from '../support/demo-server.mjs';

const FORK_LIMIT_MS = 1000;
const ROUNDS = 12;
const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== 'drafts'),
  options: { size: { type: 'string', default: 'large' } },
});

/** In the page, so that no way to it and back is counted: until the words under the selector pass. */
function untilShown([selector, pattern]) {
  const from = performance.now();
  const passes = () => new RegExp(pattern).test(document.querySelector(selector)?.textContent ?? '');
  return new Promise((resolve) => {
    const look = () => (passes() ? resolve(performance.now() - from) : requestAnimationFrame(look));
    look();
  });
}
const DRAFT = 'section[aria-label="Draft board"]';

async function measure(origin) {
  const { browser, page } = await boardBrowser(origin);
  try {
    await untilAtRest(page);
    const [forks, moves] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.keyboard.press('d');
      const dialog = page.getByRole('dialog', { name: 'Draft boards' });
      await untilFocused(page, dialog.getByRole('textbox', { name: 'New draft' }));
      const forked = page.evaluate(untilShown, [DRAFT, 'Moved0']);
      await page.keyboard.press('Enter');
      forks.push(await forked);
      await dialog.waitFor({ state: 'detached' });
      await untilAtRest(page);
      const bar = page.getByRole('gridcell', { name: /Scheduled/ }).first();
      await bar.focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      const moved = page.evaluate(untilShown, [DRAFT, 'Moved1']);
      await page.keyboard.press('Enter');
      moves.push(await moved);
      await page.getByRole('button', { name: 'More of this draft' }).click();
      await page.getByRole('menuitem', { name: 'Delete the draft' }).click();
      await page.locator(DRAFT).waitFor({ state: 'detached' });
    }
    for (const [name, times] of [
      ['fork to figures', forks],
      ['move to figures', moves],
    ]) {
      const sorted = [...times].sort((a, b) => a - b);
      const median = sorted[Math.floor(sorted.length / 2)];
      console.log(
        `${name}: median ${median.toFixed(0)}, slowest of ${ROUNDS} ${sorted.at(-1).toFixed(0)} ms`,
      );
    }
    const limit = [...forks].sort((a, b) => a - b).at(-1);
    console.log(`limit of forking ${FORK_LIMIT_MS} ms: ${limit <= FORK_LIMIT_MS ? 'kept' : 'missed'}`);
    if (limit > FORK_LIMIT_MS) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

await withDemoServer(measure, { size: values.size });
