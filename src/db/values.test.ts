import { expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { json } from './parameters.ts';

eachEngine(
  'values',
  (database) => {
    const ask = (text: string, params: unknown[] = []) =>
      database().transaction({ tenantId: 'system', readOnly: true }, (tx) => tx.query(text, params));

    test.each([
      ['a large id', '9007199254740991::int8', 9007199254740991],
      ['a small number', '7::int2', 7],
      ['money as text, so that no cent is lost to floats', '1234.50::numeric', '1234.50'],
      ['a day, in no zone', "'2026-03-08'::date", '2026-03-08'],
      ['an instant with milliseconds', "'2026-03-08 02:30:00.5-08'::timestamptz", '2026-03-08T10:30:00.500Z'],
      ['microseconds, cut', "'2026-03-08 10:30:00.123999Z'::timestamptz", '2026-03-08T10:30:00.123Z'],
      ['a whole second', "'2026-03-08 10:30:00Z'::timestamptz", '2026-03-08T10:30:00.000Z'],
      ['true', 'true', true],
      ['false', 'false', false],
      ['a fraction', '0.25::float8', 0.25],
      ['JSON', `'{"a":[1,"é",null]}'::jsonb`, { a: [1, 'é', null] }],
      ['nothing', 'null::int8', null],
      ['bytes', "'\\x00ff'::bytea", new Uint8Array([0, 255])],
      ['several ids', "'{1,2,NULL}'::int8[]", [1, 2, null]],
      ['no ids', "'{}'::int8[]", []],
      [
        'awkward texts',
        `array['a,b', 'say "hi"', 'back\\slash', 'NULL', '', null]`,
        ['a,b', 'say "hi"', 'back\\slash', 'NULL', '', null],
      ],
      [
        'nested lists',
        "'{{1,2},{3,4}}'::int4[]",
        [
          [1, 2],
          [3, 4],
        ],
      ],
      ['several instants', "array['2026-01-01Z'::timestamptz]", ['2026-01-01T00:00:00.000Z']],
      ['a range as text', "'[1,5)'::int4range", '[1,5)'],
      ['a local time as text', "'08:30'::time", '08:30:00'],
    ])('%s comes back the same from both engines', async (_, expression, expected) => {
      expect(await ask(`select ${expression} as value`)).toEqual([{ value: expected }]);
    });

    test.each([
      ['text', '$1::text', 'it\'s é \\ "x"', 'it\'s é \\ "x"'],
      ['an id', '$1::int8', 5, 5],
      ['a truth', '$1::bool', false, false],
      ['an instant', '$1::timestamptz', '2026-11-01T08:30:00.000Z', '2026-11-01T08:30:00.000Z'],
      ['an object as JSON', '$1::jsonb', { a: [1] }, { a: [1] }],
      ['a list as JSON', '$1::jsonb', json([{ a: 1 }]), [{ a: 1 }]],
      ['an empty list as JSON', '$1::jsonb', json([]), []],
      ['ids', '$1::int8[]', [1, 2], [1, 2]],
      ['no ids', '$1::int8[]', [], []],
      ['texts', '$1::text[]', ['a"b', 'c\\d', 'NULL', null, ''], ['a"b', 'c\\d', 'NULL', null, '']],
      ['bytes', '$1::bytea', new Uint8Array([1, 0]), new Uint8Array([1, 0])],
      ['nothing', '$1::int8', null, null],
    ])('%s goes in and comes out', async (_, expression, value, expected) => {
      expect(await ask(`select ${expression} as value`, [value])).toEqual([{ value: expected }]);
    });

    test('a number beyond 2^53 is a fault, not a rounded number', async () => {
      await expect(ask('select 9007199254740993::int8 as value')).rejects.toThrow('beyond 2^53');
    });

    test.each([[undefined], [Number.NaN], [new Date(0)], [[{ a: 1 }]], ['a\0b']])(
      'a parameter without one meaning is refused: %s',
      async (value) => {
        await expect(ask('select $1::text as value', [value])).rejects.toThrow(TypeError);
      },
    );

    test('one query is one statement', async () => {
      await expect(ask('select 1; select 2')).rejects.toMatchObject({ code: '42601' });
    });
  },
  { migrated: false },
);
