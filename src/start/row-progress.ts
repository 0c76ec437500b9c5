/** How far a backup or a restore is, in one line that is written over; a pipe or a log gets only the outcome. */
import type { Progress } from '#db/backup/tally.ts';

export const whole = (count: number): string => count.toLocaleString('en-US');
export const counted = (count: number, one: string): string =>
  `${whole(count)} ${count === 1 ? one : `${one}s`}`;

export function showRows(verb: string): { progress: Progress; done(): void } {
  const isTerminal = process.stdout.isTTY === true;
  let shown = '';
  return {
    progress(done, total, filesDone, filesTotal) {
      if (!isTerminal) return;
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
      const rows = `${whole(done)} of ${whole(total)} rows, ${percent} %`;
      const files = filesDone > 0 ? `, ${whole(filesDone)} of ${counted(filesTotal, 'file')}` : '';
      const text = `${verb}: ${rows}${files}`;
      if (text !== shown) process.stdout.write(`\r${text} `);
      shown = text;
    },
    done() {
      if (shown) process.stdout.write('\n');
    },
  };
}

/** Aborts at the first Ctrl C or SIGTERM, so that nothing half-made stays; the second ends at once. */
export function interruptible(): AbortSignal {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interrupt.abort();
      process.once(signal, () => process.exit(130));
    });
  }
  return interrupt.signal;
}
