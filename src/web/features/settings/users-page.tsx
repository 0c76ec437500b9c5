import { NotBuiltYet } from '../../parts/not-built-yet.tsx';

export function UsersPage() {
  return <NotBuiltYet title="Users" />;
}
