/** A pin as people copy it from a map: `42.3601, -71.0589`, or the address of the map's page. */
export type Pin = { readonly latitude: number | null; readonly longitude: number | null };

const DEGREES = '(-?\\d{1,3}(?:\\.\\d+)?)';
const PAIR = new RegExp(`^${DEGREES}\\s*[,;\\s]\\s*${DEGREES}$`);
/** Of a map’s page: `…/@42.36,-71.05,17z`, `…#map=17/42.36/-71.05`, `…?q=42.36,-71.05`. */
const IN_LINK = [
  new RegExp(`[@=]${DEGREES},${DEGREES}`),
  new RegExp(`#map=\\d+(?:\\.\\d+)?/${DEGREES}/${DEGREES}`),
];

/** Nothing typed is no pin; undefined: it cannot be read, or is nowhere on earth. */
export function readPin(typed: string): Pin | undefined {
  const text = typed.trim();
  if (text === '') return { latitude: null, longitude: null };
  const patterns = /^https?:/i.test(text) ? IN_LINK : [PAIR];
  const found = patterns.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (!found) return undefined;
  const [latitude, longitude] = [Number(found[1]), Number(found[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

export const pinText = ({ latitude, longitude }: Pin): string =>
  latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`;
