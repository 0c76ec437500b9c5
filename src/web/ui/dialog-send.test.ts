import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const WEB = new URL('../', import.meta.url);
/** Their primary button goes back, or decides between two people's words: never by a key pressed in a hurry. */
const DECIDED_BY_HAND = ['parts/override-dialog.tsx', 'parts/stale-dialog.tsx', 'parts/undo-refused.tsx'];

test('a dialog that sends something sends it with Ctrl+Enter, too', () => {
  const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.tsx') && !file.includes('.test.'));
  const deaf = files.filter((file) => {
    const text = readFileSync(new URL(file, WEB), 'utf8');
    return /<Dialog\s/.test(text) && text.includes('variant="primary"') && !text.includes('type="submit"');
  });
  expect(deaf.sort()).toEqual(DECIDED_BY_HAND);
});
