import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { setupQueries } from '../../data/setup.ts';
import { clock } from '../../lib/clock.ts';
import { zoneName } from '../../lib/format.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';

export type ZoneFieldProps = {
  value: string | null;
  onChange: (zone: string | null) => void;
  error: string | undefined;
};

const MOST = 50;
const ALL: readonly string[] = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
/** `New York`, as people type the city of `America/New_York`. */
const plain = (text: string) => text.toLowerCase().replaceAll(/[_/]+/g, ' ');

/** Those whose city begins as typed, then those that have it somewhere. */
function matching(query: string, first: readonly string[]): string[] {
  const typed = plain(query).trim();
  if (typed === '') return [...new Set([...first, ...ALL])].slice(0, MOST);
  const found = ALL.filter((zone) => plain(zone).includes(typed));
  const cityBegins = (zone: string) => plain(zone.split('/').at(-1)!).startsWith(typed);
  return [...found.filter(cityBegins), ...found.filter((zone) => !cityBegins(zone))].slice(0, MOST);
}

/** An IANA time zone by type-ahead; nearest first: those of the company's business units and this computer's. */
export function ZoneField({ value, onChange, error }: ZoneFieldProps) {
  const { data: setup } = useQuery(setupQueries.get());
  const search = useCallback(
    async (query: string) =>
      matching(query, [...(setup?.businessUnits.map(({ timeZone }) => timeZone) ?? []), clock.zone()]),
    [setup],
  );
  return (
    <Field
      label="Time zone of the file"
      error={error}
      hint="Its times are read on the clock of this zone, unless they carry their own offset."
      required
    >
      <Combobox
        value={value}
        onValueChange={onChange}
        search={search}
        itemKey={(zone) => zone}
        itemText={(zone) => zone}
        renderItem={(zone) => (
          <span className="flex w-full gap-2">
            <span className="flex-1">{zone}</span>
            <span className="text-xs text-muted">{zoneName(clock.now(), zone)}</span>
          </span>
        )}
        placeholder="Type a city, such as New York"
        emptyText="No time zone has this name."
      />
    </Field>
  );
}
