/**
 * PostgreSQL's text to values, one set for both engines: PGlite and node-postgres each parse int8, dates and
 * numeric their own way, and a `date` as midnight UTC is the day before in Los Angeles.
 */

type ValueParser = (text: string) => unknown;

const asText: ValueParser = (text) => text;

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`A whole number beyond 2^53 came back: ${text}`);
  return value;
}

const TIMESTAMPTZ = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

/** Sessions run in UTC, so the offset is always +00. Microseconds are cut, not rounded: order is kept. */
function instantText(text: string): string {
  const match = TIMESTAMPTZ.exec(text);
  if (!match) throw new RangeError(`Not an instant: ${text}`);
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
}

const bytes: ValueParser = (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));

/** Array literal to nested arrays: `{1,NULL,"a \"b\""}`. */
function arrayOf(parse: ValueParser): ValueParser {
  return (text) => {
    let at = text.indexOf('{'); // '[0:2]={…}' when the lower bound is not 1
    const element = (): unknown => {
      if (text[at] === '{') return list();
      if (text[at] !== '"') {
        const start = at;
        while (text[at] !== ',' && text[at] !== '}') at++;
        const bare = text.slice(start, at);
        return bare === 'NULL' ? null : parse(bare);
      }
      let quoted = '';
      for (at++; text[at] !== '"'; at++) {
        if (text[at] === '\\') at++;
        quoted += text[at];
      }
      at++;
      return parse(quoted);
    };
    const list = (): unknown[] => {
      const found: unknown[] = [];
      at++;
      while (text[at] !== '}') {
        found.push(element());
        if (text[at] === ',') at++;
      }
      at++;
      return found;
    };
    return list();
  };
}

const scalars: readonly (readonly [oid: number, arrayOid: number, parse: ValueParser])[] = [
  [16, 1000, (text) => text === 't'], // bool
  [17, 1001, bytes], // bytea
  [20, 1016, wholeNumber], // int8
  [21, 1005, wholeNumber], // int2
  [23, 1007, wholeNumber], // int4
  [26, 1028, wholeNumber], // oid
  [700, 1021, Number], // float4
  [701, 1022, Number], // float8
  [114, 199, (text) => JSON.parse(text)], // json
  [3802, 3807, (text) => JSON.parse(text)], // jsonb
  [1184, 1185, instantText], // timestamptz
  // Read as text: text, varchar, bpchar, name, uuid, numeric, date, time, timestamp, interval
  ...(
    [
      [25, 1009],
      [1043, 1015],
      [1042, 1014],
      [19, 1003],
      [2950, 2951],
      [1700, 1231],
      [1082, 1182],
      [1083, 1183],
      [1114, 1115],
      [1186, 1187],
    ] as const
  ).map(([oid, arrayOid]) => [oid, arrayOid, asText] as const),
];

const parsers = new Map<number, ValueParser>(
  scalars.flatMap(([oid, arrayOid, parse]) => [
    [oid, parse],
    [arrayOid, arrayOf(parse)],
  ]),
);

/** The parser for a type by its OID in pg_type; unknown types stay text. */
export const parserOf = (oid: number): ValueParser => parsers.get(oid) ?? asText;
