/**
 * Looks up where places are, one address after the other, beside everything else: a booking never waits for it, and
 * until there is an answer a place counts as the middle of its postal code. Claim, ask and settle are apart, so that no
 * transaction waits for the network. A geocoder that does not answer costs nothing but time.
 */
import { distanceKm } from '#domain/schedule/travel.ts';
import { type BackgroundParts, type BackgroundWork, createBackground } from '../outbound/background.ts';
import { OutboundFault } from '../outbound/get-json.ts';
import type { Geocoder, Point } from './geocoder.ts';
import { claimAddresses, letGoAddresses, settleAddress, type WaitingAddress } from './queue.ts';

const AT_ONCE = 10;
/** As far from the rest of its postal code no address is: the geocoder means another town of that name. */
export const FAR_KM = 100;

export function createLookUp({
  geocoder,
  ...parts
}: BackgroundParts & { readonly geocoder: Geocoder }): BackgroundWork {
  const { clock, logger } = parts;
  const { inOffice, pause, pace, signal, workOf } = createBackground(parts);

  async function run(): Promise<void> {
    while (!signal.aborted && pause.isOver()) {
      const rows = await inOffice((tx) => claimAddresses(tx, clock.now(), AT_ONCE));
      if (rows.length === 0) return;
      for (const [at, row] of rows.entries()) {
        const answer = signal.aborted ? null : await ask(row);
        if (answer === null || 'fault' in answer) {
          const asked = answer === null ? null : row;
          await inOffice((tx) => letGoAddresses(tx, asked, rows.slice(asked ? at + 1 : at), clock.now()));
          if (answer) tell(answer.fault);
          return;
        }
        pause.end();
        await inOffice((tx) => settleAddress(tx, row, believed(answer.point, row), clock.now()));
        await pace();
      }
    }
  }

  async function ask(row: WaitingAddress): Promise<{ point: Point | null } | { fault: OutboundFault }> {
    try {
      return { point: await geocoder.find(row, signal) };
    } catch (error) {
      if (error instanceof OutboundFault) return { fault: error };
      throw error;
    }
  }

  function tell(fault: OutboundFault): void {
    const pauseMs = pause.begin(fault.waitMs);
    // Never the address: logs are read by people who know no customers (R46).
    logger.warn({ reason: fault.message, pauseMs }, 'the geocoder gives no answer; addresses wait');
  }

  return workOf(run);
}

/** Another town's street of that name is worse than the middle of the right one. */
const believed = (point: Point | null, { middle }: WaitingAddress): Point | null =>
  point && middle && distanceKm(point, middle) > FAR_KM ? null : point;
