import { Search, X, ZoomIn, ZoomOut } from 'lucide-react';
import type { Setup } from '#contract/setup.ts';
import { clock } from '../../../lib/clock.ts';
import { useTypedFilter } from '../../../parts/use-typed-filter.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterChip } from '../../../ui/filter-chip.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type BoardSearch, NO_FILTERS } from '../board-search.ts';
import { type BoardSettings, ROW_HEIGHTS, ZOOMS } from '../board-settings.ts';
import type { ExceptionKind } from '../day/exceptions.ts';
import { type BoardFilters, isFiltered } from '../day/filters.ts';
import type { RowHeight } from '../grid/types.ts';
import { ExceptionsStrip } from './exceptions-strip.tsx';

export type ToolbarProps = {
  setup: Setup;
  filters: BoardFilters;
  onSearchChange: (changes: Partial<BoardSearch>) => void;
  timeZone: string;
  /** Zones of the units shown; a choice is offered when there is one. */
  zones: readonly string[];
  counts: Readonly<Record<ExceptionKind, number>>;
  focused: ExceptionKind | null;
  onFocus: (kind: ExceptionKind | null) => void;
  settings: BoardSettings;
  onSettings: (changes: Partial<BoardSettings>) => void;
};

type Named = { readonly id: number; readonly name: string; readonly active: boolean };
const optionsOf = (list: readonly Named[]) =>
  list.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
/** An empty choice is no filter, and no filter is not in the URL. */
const chosen = (ids: number[]): number[] | undefined => (ids.length > 0 ? ids : undefined);

const ROW_WORDS: Readonly<Record<RowHeight, string>> = {
  28: 'Compact rows',
  40: 'Normal rows',
  56: 'Tall rows',
};

/** The line over the board: filters, exceptions, time zone, size. */
export function Toolbar(props: ToolbarProps) {
  const { setup, filters, onSearchChange, zones, timeZone, settings, onSettings } = props;
  const zoomBy = (steps: number) => {
    const at = ZOOMS.indexOf(settings.pxPerHour as (typeof ZOOMS)[number]) + steps;
    const pxPerHour = ZOOMS[Math.min(Math.max(at, 0), ZOOMS.length - 1)];
    if (pxPerHour) onSettings({ pxPerHour });
  };
  const mine = clock.zone();
  return (
    <div
      role="toolbar"
      aria-label="Board"
      data-print="hide"
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-1.5 gap-y-1 border-b border-line bg-surface px-3 py-1"
    >
      <FilterChip
        label="Business unit"
        options={optionsOf(setup.businessUnits)}
        value={filters.bu ?? []}
        onValueChange={(bu) => onSearchChange({ bu: chosen(bu) })}
      />
      <FilterChip
        label="Zone"
        options={optionsOf(setup.zones)}
        value={filters.zone ?? []}
        onValueChange={(zone) => onSearchChange({ zone: chosen(zone) })}
      />
      <FilterChip
        label="Skill"
        none="Any"
        options={optionsOf(setup.skills)}
        value={filters.skill ?? []}
        onValueChange={(skill) => onSearchChange({ skill: chosen(skill) })}
      />
      <FilterChip
        label="Tags"
        none="Any"
        options={optionsOf(setup.tags)}
        value={filters.tag ?? []}
        onValueChange={(tag) => onSearchChange({ tag: chosen(tag) })}
      />
      <TechnicianSearch text={filters.q ?? ''} onChange={(q) => onSearchChange({ q })} />
      {isFiltered(filters) && (
        <Button variant="ghost" icon={<X aria-hidden />} onClick={() => onSearchChange(NO_FILTERS)}>
          Clear
        </Button>
      )}
      <div className="ml-auto" />
      <ExceptionsStrip counts={props.counts} focused={props.focused} onFocus={props.onFocus} />
      <div className="ml-auto" />
      {(zones.length > 1 || zones[0] !== timeZone || timeZone !== mine) && (
        <Select
          aria-label="Time zone of the board"
          size="dense"
          className="w-auto! max-w-44"
          value={timeZone}
          onValueChange={(tz) => onSearchChange({ tz })}
          options={[...new Set([...zones, timeZone, mine])].map((zone) => ({
            value: zone,
            label: zone.replace(/^.*\//, '').replaceAll('_', ' '),
            hint: zone === mine ? 'your clock' : undefined,
          }))}
        />
      )}
      <Select
        aria-label="Row height"
        size="dense"
        className="w-auto!"
        value={settings.rowHeight}
        onValueChange={(rowHeight) => onSettings({ rowHeight })}
        options={ROW_HEIGHTS.map((value) => ({ value, label: ROW_WORDS[value] }))}
      />
      <fieldset aria-label="Zoom" className="flex">
        <IconButton
          label="Zoom out"
          icon={<ZoomOut aria-hidden />}
          disabled={settings.pxPerHour === ZOOMS[0]}
          onClick={() => zoomBy(-1)}
        />
        <IconButton
          label="Zoom in"
          icon={<ZoomIn aria-hidden />}
          disabled={settings.pxPerHour === ZOOMS.at(-1)}
          onClick={() => zoomBy(1)}
        />
      </fieldset>
    </div>
  );
}

/** Typed text goes into the URL once the typing pauses. */
function TechnicianSearch({
  text,
  onChange,
}: {
  text: string;
  onChange: (text: string | undefined) => void;
}) {
  const typed = useTypedFilter(text, onChange);
  return (
    <TextField
      size="dense"
      type="search"
      aria-label="Find a technician"
      placeholder="Technician"
      before={<Search aria-hidden />}
      className="w-36"
      {...typed}
    />
  );
}
