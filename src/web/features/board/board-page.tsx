import type { Day } from '#domain/time.ts';
import { NotBuiltYet } from '../../parts/not-built-yet.tsx';
import type { BoardSearch } from './board-search.ts';

/** `day` and `timeZone` are what is shown: from the URL, else today where the person works. */
export type BoardPageProps = { day: Day; timeZone: string; search: BoardSearch };

export function BoardPage(_props: BoardPageProps) {
  return <NotBuiltYet title="Board" />;
}
