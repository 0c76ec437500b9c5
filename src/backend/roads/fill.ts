/**
 * Asks the road map for the drives of the next days, in the background: no command waits for it, and a drive that is not
 * known yet is reckoned from the distance. Reading, asking and keeping are apart, so that no transaction waits for the
 * network.
 */
import { type BackgroundParts, type BackgroundWork, createBackground } from '../outbound/background.ts';
import { OutboundFault } from '../outbound/get-json.ts';
import { cellsOf, MOST_CELLS } from '../schedule/known-roads.ts';
import { type Matrix, MOST_COORDINATES } from './matrix.ts';
import { type Question, questionsFor } from './questions.ts';
import { askedDrives, forgetOldDrives, keepDrives, type WantedDay, wantedDays } from './store.ts';

const HOUR_MS = 3_600_000;
const LEFT_MS = 10 * 60_000;

export function createRoadFill({
  matrix,
  ...parts
}: BackgroundParts & { readonly matrix: Matrix }): BackgroundWork {
  const { clock, logger } = parts;
  const { inOffice, pause, pace, signal, workOf } = createBackground(parts);
  /** The places of a day and until when it need not be looked at: its drives are all known, or could not be had. */
  const quiet = new Map<string, { readonly cells: string; readonly until: number }>();
  let tidyAt = 0;

  async function run(): Promise<void> {
    if (!pause.isOver()) return;
    if (clock.ms() >= tidyAt) {
      tidyAt = clock.ms() + HOUR_MS;
      await inOffice((tx) => forgetOldDrives(tx, clock.now()));
      for (const [key, { until }] of quiet) if (until < clock.ms()) quiet.delete(key);
    }
    for (const day of await inOffice((tx) => wantedDays(tx, clock.now()))) {
      const isDone = await fillDay(day);
      if (!isDone) return;
    }
  }

  /** False: the road map gives no answer, or this process stops. */
  async function fillDay({ tenantId, day, places }: WantedDay): Promise<boolean> {
    const cells = cellsOf(places);
    if (cells.length < 2 || cells.length > MOST_CELLS) return true;
    const key = `${tenantId} ${day}`;
    const seen = quiet.get(key);
    if (seen?.cells === cells.join() && seen.until > clock.ms()) return true;
    const asked = await inOffice((tx) => askedDrives(tx, tenantId, cells, clock.now()));
    const isKnown = (from: number, to: number) => asked.get(from)?.has(to) ?? false;
    for (const question of questionsFor(cells, isKnown, MOST_COORDINATES)) {
      const minutes = await ask(question);
      if (minutes === null) {
        // Should this day be the cause, the others go first.
        quiet.set(key, { cells: cells.join(), until: clock.ms() + LEFT_MS });
        return false;
      }
      await inOffice((tx) => keepDrives(tx, tenantId, question, minutes, clock.now()));
      await pace();
    }
    quiet.set(key, { cells: cells.join(), until: clock.ms() + HOUR_MS });
    return true;
  }

  async function ask({ from, to }: Question): Promise<(number | null)[][] | null> {
    if (signal.aborted) return null;
    try {
      const minutes = await matrix.drives(from, to, signal);
      pause.end();
      return minutes;
    } catch (error) {
      if (!(error instanceof OutboundFault)) throw error;
      const pauseMs = pause.begin(error.waitMs);
      // Never the coordinates: they say where customers live (R46).
      logger.warn(
        { reason: error.message, pauseMs },
        'the road map gives no answer; drives count by distance',
      );
      return null;
    }
  }

  return workOf(run);
}
