import { NotBuiltYet } from '../../parts/not-built-yet.tsx';

export function CustomersPage(_props: { query: string }) {
  return <NotBuiltYet title="Customers" />;
}
