import { type Day, daysBetween } from '#domain/time.ts';
import { formatDay } from '../../lib/format.ts';

/** When it is due; late, by how much. */
export function DueCell({ dueDate, isOwed, today }: { dueDate: Day; isOwed: boolean; today: Day }) {
  const late = isOwed ? daysBetween(dueDate, today) : 0;
  return (
    <span className={late > 0 ? 'text-danger' : undefined}>
      {formatDay(dueDate, { today })}
      {late > 0 && <span className="ml-1.5 text-xs">{late === 1 ? '1 day' : `${late} days`} late</span>}
    </span>
  );
}
