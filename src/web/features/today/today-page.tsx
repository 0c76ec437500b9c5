import { NotBuiltYet } from '../../parts/not-built-yet.tsx';

export function TodayPage() {
  return <NotBuiltYet title="Today" />;
}
