import { clsx } from 'clsx';
import { ChevronDown, Ellipsis, Globe, Search, SlidersHorizontal, X, ZoomIn, ZoomOut } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Setup } from '#contract/setup.ts';
import { clock } from '../../../lib/clock.ts';
import { useAtRest } from '../../../lib/when-opened.tsx';
import { useTypedFilter } from '../../../parts/use-typed-filter.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip, chipClass } from '../../../ui/chip.tsx';
import { filterSummary } from '../../../ui/filter-summary.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type BoardSearch, NO_FILTERS } from '../board-search.ts';
import { type BoardSettings, FIT, ROW_HEIGHTS, ZOOMS } from '../board-settings.ts';
import { type BoardFilters, isFiltered } from '../day/filters.ts';
import type { RowHeight } from '../grid/types.ts';
import { ExceptionsStrip, type ExceptionsStripProps } from './exceptions-strip.tsx';
import { FILTERS, optionsOf } from './filter-names.ts';

export type ToolbarProps = ExceptionsStripProps & {
  setup: Setup;
  filters: BoardFilters;
  onSearchChange: (changes: Partial<BoardSearch>) => void;
  isWeek: boolean;
  search: BoardSearch;
  /** Keys of the groups there are. */
  groups: readonly string[];
  onZoom: (steps: number) => void;
  onView: (view: 'day' | 'week' | 'map') => void;
  timeZone: string;
  /** Zones of the units shown; a choice is offered when there is one. */
  zones: readonly string[];
  settings: BoardSettings;
  onSettings: (changes: Partial<BoardSettings>) => void;
};

/** The filters' lists are 52 kB of code that the board is usable without. */
const FilterChips = lazy(async () => ({ default: (await import('./filter-chips.tsx')).FilterChips }));

const ViewControls = lazy(async () => ({ default: (await import('./view-controls.tsx')).ViewControls }));

const ROW_WORDS: Readonly<Record<RowHeight, string>> = {
  28: 'Compact rows',
  40: 'Normal rows',
  56: 'Tall rows',
};

/** `America/New_York` as people say it. */
const cityOf = (zone: string): string => zone.replace(/^.*\//, '').replaceAll('_', ' ');

/** The line over the board: filters, exceptions, time zone, size. */
export function Toolbar(props: ToolbarProps) {
  const { setup, filters, onSearchChange, zones, timeZone, settings, onSettings } = props;
  const { isWeek, onZoom } = props;
  const isMap = props.search.view === 'map';
  const isWidest = !isWeek && settings.pxPerHour === ZOOMS.at(-1);
  const isNarrowest = isWeek && settings.weekPxPerHour === FIT;
  const mine = clock.zone();
  const [isUnfolded, setUnfolded] = useState(false);
  const isAtRest = useAtRest(1_000);
  const zoneEntries: readonly MenuEntry[] =
    zones.length > 1 || zones[0] !== timeZone || timeZone !== mine
      ? [
          'Time zone of the board',
          ...[...new Set([...zones, timeZone, mine])].map((zone) => ({
            label: `${zone === timeZone ? '✓ ' : ''}${cityOf(zone)}${zone === mine ? ', your clock' : ''}`,
            onSelect: () => onSearchChange({ tz: zone }),
          })),
        ]
      : [];
  const heightEntries: readonly MenuEntry[] = [
    'Row height',
    ...ROW_HEIGHTS.map((rowHeight) => ({
      label: `${rowHeight === settings.rowHeight ? '✓ ' : ''}${ROW_WORDS[rowHeight]}`,
      onSelect: () => onSettings({ rowHeight }),
    })),
  ];
  const zoomEntries: readonly MenuEntry[] = [
    'Zoom',
    {
      label: 'Zoom in',
      onSelect: () => onZoom(1),
      disabledReason: isWidest ? 'The widest hours there are.' : undefined,
    },
    {
      label: 'Zoom out',
      onSelect: () => onZoom(-1),
      disabledReason: isNarrowest ? 'The whole week is in view.' : undefined,
    },
  ];
  return (
    <div
      role="toolbar"
      aria-label="Board"
      data-print="hide"
      // One line or two by the width of the screen alone: a count that grows takes its room from the filters, and the lanes stay.
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-1.5 gap-y-1 border-b border-line bg-surface px-3 py-1 min-[1400px]:flex-nowrap"
    >
      <Button
        variant="ghost"
        className="md:hidden"
        aria-expanded={isUnfolded}
        icon={<SlidersHorizontal aria-hidden />}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        Filters{isFiltered(filters) ? ' on' : ''}
      </Button>
      {/* Below 768 px they would take half of the screen: one button until they are wanted. */}
      <div
        className={clsx(
          'flex items-center gap-x-1.5 gap-y-1 max-md:order-last max-md:w-full max-md:flex-wrap',
          'md:min-w-0 md:[&_b]:truncate md:[&>button]:shrink md:[&>span]:shrink md:max-[1400px]:w-full min-[1400px]:flex-1',
          !isUnfolded && 'max-md:hidden',
        )}
      >
        <Suspense fallback={<FilterLooks setup={setup} filters={filters} />}>
          {isAtRest ? (
            <FilterChips setup={setup} filters={filters} onSearchChange={onSearchChange} />
          ) : (
            <FilterLooks setup={setup} filters={filters} />
          )}
        </Suspense>
        <TechnicianSearch text={filters.q ?? ''} onChange={(q) => onSearchChange({ q })} />
        {isFiltered(filters) && (
          <Button
            variant="ghost"
            className="shrink-0!"
            icon={<X aria-hidden />}
            onClick={() => onSearchChange(NO_FILTERS)}
          >
            Clear
          </Button>
        )}
      </div>
      <ExceptionsStrip
        counts={props.counts}
        focused={props.focused}
        onFocus={props.onFocus}
        onStep={props.onStep}
        onMark={props.onMark}
        onGoTo={props.onGoTo}
      />
      {/* One whole: where they find no room, none of them stands alone on a line. */}
      <div className="flex min-w-0 items-center gap-x-1.5 gap-y-1 max-md:w-full max-md:flex-wrap md:ml-auto md:shrink-0">
        <fieldset aria-label="View" className="flex shrink-0 gap-1">
          <Chip pressed={!isWeek && !isMap} onClick={() => props.onView('day')}>
            Day
          </Chip>
          <Chip pressed={isWeek} onClick={() => props.onView('week')}>
            Week
          </Chip>
          <Chip pressed={isMap} onClick={() => props.onView('map')}>
            Map
          </Chip>
        </fieldset>
        <div className="flex shrink-0 items-center gap-1">
          <Suspense fallback={<ViewLooks />}>
            {isAtRest ? (
              <ViewControls
                search={props.search}
                groups={props.groups}
                heights={heightEntries}
                onSearchChange={onSearchChange}
              />
            ) : (
              <ViewLooks />
            )}
          </Suspense>
        </div>
        <div className="md:hidden">
          <Menu
            trigger={<IconButton label="More" icon={<Ellipsis aria-hidden />} />}
            entries={isMap ? zoneEntries : [...heightEntries, ...zoomEntries, ...zoneEntries]}
          />
        </div>
        {zoneEntries.length > 0 && (
          <Menu
            trigger={
              <Button
                variant="ghost"
                className="max-md:hidden"
                icon={<Globe aria-hidden />}
                aria-label={`Time zone of the board: ${cityOf(timeZone)}`}
              >
                <span className="max-2xl:sr-only">{cityOf(timeZone)}</span>
              </Button>
            }
            entries={zoneEntries}
          />
        )}
        {!isMap && (
          <fieldset aria-label="Zoom" className="flex max-md:hidden">
            <IconButton
              label="Zoom out"
              icon={<ZoomOut aria-hidden />}
              disabled={isNarrowest}
              onClick={() => onZoom(-1)}
            />
            <IconButton
              label="Zoom in"
              icon={<ZoomIn aria-hidden />}
              disabled={isWidest}
              onClick={() => onZoom(1)}
            />
          </fieldset>
        )}
      </div>
    </div>
  );
}

/** As wide as what comes. */
const ViewLooks = () => (
  <span aria-hidden className={clsx(chipClass(), 'ml-8')}>
    View
    <ChevronDown />
  </span>
);

/** What the filters say, as long as their lists are not read. */
function FilterLooks({ setup, filters }: Pick<ToolbarProps, 'setup' | 'filters'>) {
  return FILTERS.map(({ key, label, none = 'All', list }) => {
    const { text, isOn } = filterSummary(optionsOf(setup[list]), filters[key] ?? [], none);
    return (
      <span key={key} aria-hidden className={chipClass(isOn ? 'on' : 'plain')}>
        {label} <b className={clsx('font-semibold', !isOn && 'text-text')}>{text}</b>
        <ChevronDown />
      </span>
    );
  });
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
      className="w-30 min-w-20"
      {...typed}
    />
  );
}
