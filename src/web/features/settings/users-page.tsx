import { useSuspenseQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { User } from '#contract/session.ts';
import type { Setup } from '#contract/setup.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { nameIn, setupQueries } from '../../data/setup.ts';
import { userQueries } from '../../data/users.ts';
import { ROLE_WORDS } from '../../lib/trade-words.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { Button } from '../../ui/button.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/tag.tsx';
import { UserDrawer } from './user-drawer.tsx';

/** Who may sign in, as what, and for which business units. */
export function UsersPage() {
  const { data: users } = useSuspenseQuery(userQueries.list());
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const me = useCurrentUser();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const columns = useMemo(() => columnsFor(setup, me.id, setOpen), [setup, me.id]);
  const user = users.items.find(({ id }) => id === open) ?? null;
  return (
    <>
      <PageBar title="Users">
        <Button variant="primary" icon={<UserPlus aria-hidden />} onClick={() => setOpen('new')}>
          Add user
        </Button>
      </PageBar>
      <div className="flex h-full flex-col">
        <DataTable
          label="Users"
          rows={users.items}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={({ id }) => setOpen(id)}
          toolbar={<span className="text-muted">{users.items.length} users</span>}
          empty={<EmptyState text="Nobody but you yet. Add the people of the office." />}
        />
      </div>
      {(open === 'new' || user) && <UserDrawer key={open} user={user} onClose={() => setOpen(null)} />}
    </>
  );
}

const rolesOf = ({ roles }: User) => roles.map((role) => ROLE_WORDS[role]).join(', ');
const unitsOf = ({ businessUnitIds }: User, setup: Setup) =>
  businessUnitIds === null
    ? 'All'
    : businessUnitIds.map((id) => nameIn(setup.businessUnits, id)).join(', ') || 'None';

function columnsFor(setup: Setup, myId: number, open: (id: number) => void): DataColumn<User>[] {
  return [
    {
      id: 'name',
      title: 'Name',
      fixed: true,
      grow: 2,
      width: 160,
      sortBy: ({ name }) => name,
      text: ({ name }) => name,
      cell: (user) => (
        <span className="flex items-center gap-2">
          <button
            type="button"
            className="truncate text-accent hover:underline"
            onClick={() => open(user.id)}
          >
            {user.name}
          </button>
          {user.id === myId && <Tag>you</Tag>}
        </span>
      ),
    },
    {
      id: 'email',
      title: 'E-mail',
      grow: 2,
      width: 200,
      sortBy: ({ email }) => email,
      text: ({ email }) => email,
      cell: ({ email }) => email,
    },
    { id: 'roles', title: 'Roles', grow: 2, width: 180, sortBy: rolesOf, text: rolesOf, cell: rolesOf },
    {
      id: 'units',
      title: 'Business units',
      grow: 3,
      width: 180,
      sortBy: (user) => unitsOf(user, setup),
      text: (user) => unitsOf(user, setup),
      cell: (user) => unitsOf(user, setup),
    },
    {
      id: 'active',
      title: 'Status',
      width: 100,
      sortBy: ({ active }) => (active ? 0 : 1),
      text: ({ active }) => (active ? 'Active' : 'Inactive'),
      cell: ({ active }) => (active ? <Tag tone="success">Active</Tag> : <Tag>Inactive</Tag>),
    },
  ];
}
