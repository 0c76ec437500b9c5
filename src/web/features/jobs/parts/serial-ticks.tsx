import { Checkbox } from '../../../ui/checkbox.tsx';
import { TickList } from '../../../ui/tick-list.tsx';

export type SerialTicksProps = {
  serials: readonly string[];
  ticked: readonly string[];
  wrong: string | undefined;
  onChange: (serials: readonly string[]) => void;
};

/** Which of the units that lie there were used, by their number. */
export function SerialTicks({ serials, ticked, wrong, onChange }: SerialTicksProps) {
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-0.5 p-0 text-xs text-muted">Serial numbers</legend>
      {serials.length === 0 ? (
        <p className="text-muted">Choose where it was taken from first.</p>
      ) : (
        <TickList
          label="Units that lie there"
          allLabel={`All ${serials.length}`}
          ticked={ticked.length}
          total={serials.length}
          onAll={(tick) => onChange(tick ? serials : [])}
          className="max-h-48 overflow-y-auto"
        >
          {serials.map((serial) => (
            <li key={serial}>
              <Checkbox
                label={<bdi>{serial}</bdi>}
                checked={ticked.includes(serial)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...ticked, serial] : ticked.filter((one) => one !== serial))
                }
              />
            </li>
          ))}
        </TickList>
      )}
      {wrong && (
        <p role="alert" className="mt-1 text-xs text-danger">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
