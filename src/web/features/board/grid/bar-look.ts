import type { BarFlags, BarStatus, GridBar, GridTechnician } from './types.ts';

/**
 * Icon and word of each status (ui.md, Tokens). Hold's hand is drawn by bars.css: the character is missing
 * from many systems' text fonts and a coloured emoji on others.
 */
const looks: Record<BarStatus | 'paused' | 'busy', { icon: string; word: string }> = {
  scheduled: { icon: '○', word: 'Scheduled' },
  dispatched: { icon: '→', word: 'Dispatched' },
  working: { icon: '▶', word: 'Working' },
  paused: { icon: '❚❚', word: 'Paused' },
  done: { icon: '✓', word: 'Done' },
  hold: { icon: '', word: 'On hold' },
  canceled: { icon: '✕', word: 'Canceled' },
  unused: { icon: '–', word: 'Unused' },
  busy: { icon: '', word: 'Busy' },
};

type Looked = { readonly status: BarStatus; readonly flags: BarFlags };

function lookKey(bar: Looked): keyof typeof looks {
  if (bar.flags.busy) return 'busy';
  return bar.flags.paused && bar.status === 'working' ? 'paused' : bar.status;
}

/** Exceptions first, then the status: "!→" is dispatched and late. A pencil: moved in the draft that is open. */
export function iconsOf(bar: Looked): string {
  const { late, moved, overridden, unconfirmed } = bar.flags;
  return `${moved ? '✎' : ''}${late ? '!' : ''}${overridden ? '‖' : ''}${unconfirmed ? '?' : ''}${looks[lookKey(bar)].icon}`;
}

/** "Dispatched, late". Never colour alone (product.md, opening 21). */
export function statusWords(bar: Looked): string {
  const { late, moved, overridden, unconfirmed, busy } = bar.flags;
  const words = [looks[lookKey(bar)].word];
  if (moved) words.push('moved in this draft');
  if (!busy && late) words.push('late');
  if (!busy && unconfirmed) words.push('unconfirmed');
  if (!busy && overridden) words.push('overlap allowed');
  return words.join(', ');
}

export function classOf(bar: Looked): string {
  const { late, overridden, unconfirmed, dimmed } = bar.flags;
  return `tr-bar s-${lookKey(bar)}${late ? ' is-late' : ''}${unconfirmed ? ' is-unconfirmed' : ''}${overridden ? ' is-overridden' : ''}${dimmed ? ' is-dimmed' : ''}`;
}

/**
 * What a screen reader says for the bar, each thing once: status, customer, job, times, technician. The words keep the
 * bar's order, so that somebody who speaks to the computer can say what they read (WCAG 2.5.3).
 */
export function barLabel(
  bar: GridBar,
  technician: GridTechnician,
  formatTime: (ms: number) => string,
): string {
  const times = `${formatTime(bar.start)} to ${formatTime(bar.end)}, ${technician.name}`;
  if (bar.flags.busy) return `Busy, ${times}`;
  const { customer, type, street, number } = bar.text;
  const job = [customer, type, street, number].filter((part) => part !== '');
  return `${statusWords(bar)}: ${job.join(', ')}, ${times}`;
}

/** The same for a row's head. */
export function laneLabel(technician: GridTechnician, bars: number, reason: string | null): string {
  const load = technician.loadPercent === null ? '' : `, ${Math.round(technician.loadPercent)} % booked`;
  if (technician.group) return `${technician.name}, ${technician.detail}${load}`;
  const note = reason ?? technician.note;
  return `${technician.name}, ${technician.detail}${load}, ${bars === 1 ? '1 appointment' : `${bars} appointments`}${note ? `, ${note}` : ''}`;
}
