/**
 * Asks the operator's geocoder where an address is (GEOCODER_URL): a server that answers as Nominatim does, with a JSON
 * array, the best first, `[{ "lat": "42.36", "lon": "-71.05", … }]`; empty when it knows nothing there.
 */
import { getJson, type Outbound, OutboundFault, type SecretHeader } from '../outbound/get-json.ts';

export type Point = { readonly latitude: number; readonly longitude: number };
/** What is told of a place: no name, no unit, no customer. */
export type AskedAddress = {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
};
export type GeocoderSettings = {
  /** With `{address}` where the address comes, percent-encoded. */
  readonly url: string;
  readonly header: SecretHeader;
  /** Longest one answer may take. */
  readonly waitMs?: number;
};
export type Geocoder = {
  /** null: it knows of no such address. @throws OutboundFault */
  find(address: AskedAddress, stop?: AbortSignal): Promise<Point | null>;
};

const WAIT_MS = 10_000;
const MAX_BYTES = 256 * 1024;

export function createGeocoder({ url, header, waitMs = WAIT_MS }: GeocoderSettings): Geocoder {
  const outbound: Outbound = { origin: new URL(url).origin, header, waitMs, maxBytes: MAX_BYTES };
  return {
    async find(address, stop) {
      const asked = encodeURIComponent(addressLine(address));
      return bestOf(
        await getJson(
          url.replaceAll('{address}', () => asked),
          outbound,
          stop,
        ),
      );
    },
  };
}

/** `1 Elm St, Quincy, MA 02169, US`, what is not known left out. */
export const addressLine = ({ street, city, state, zip, country }: AskedAddress): string =>
  [street, city, `${state} ${zip}`, country]
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(', ');

/** Of an answer. @throws OutboundFault unreadable: not the array it should be, or its best is nowhere on earth */
export function bestOf(answer: unknown): Point | null {
  if (!Array.isArray(answer)) throw new OutboundFault('unreadable', 'not a list');
  if (answer.length === 0) return null;
  const { lat, lon } = (answer[0] ?? {}) as { lat?: unknown; lon?: unknown };
  const [latitude, longitude] = [degrees(lat), degrees(lon)];
  // 0, 0 is what programs say that do not know; there is only water.
  const isOnEarth =
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  if (!isOnEarth) throw new OutboundFault('unreadable', 'no place on earth');
  return { latitude, longitude };
}

const degrees = (value: unknown): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && /^\s*-?\d{1,3}(\.\d+)?\s*$/.test(value)
      ? Number(value)
      : Number.NaN;
