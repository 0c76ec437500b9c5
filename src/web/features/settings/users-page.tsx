import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Search, UserPlus } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { User } from '#contract/session.ts';
import type { Setup } from '#contract/setup.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { nameIn, setupQueries } from '../../data/setup.ts';
import { userQueries } from '../../data/users.ts';
import { ROLE_WORDS } from '../../lib/trade-words.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { saveTextFile } from '../../parts/text-file.ts';
import { useTypedFilter } from '../../parts/use-typed-filter.ts';
import { Button } from '../../ui/button.tsx';
import { csvOf, type DataColumn } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SettingsFrame } from './settings-frame.tsx';
import { UserDrawer } from './user-drawer.tsx';
import { findUsers } from './users-search.ts';

export type UsersSearch = {
  q?: string | undefined;
  /** The user open in the drawer, or a new one. */
  open?: number | 'new' | undefined;
};

/** Who may sign in, as what, and for which business units. */
export function UsersPage({ search }: { search: UsersSearch }) {
  const { data: users } = useSuspenseQuery(userQueries.list());
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const me = useCurrentUser();
  const navigate = useNavigate();
  const go = useCallback(
    (next: UsersSearch, { replace = false } = {}) =>
      void navigate({ to: '/settings/users', search: (before) => ({ ...before, ...next }), replace }),
    [navigate],
  );
  const columns = useMemo(() => columnsFor(setup, me.id, (open) => go({ open })), [setup, me.id, go]);
  const query = search.q ?? '';
  const filter = useTypedFilter(query, (q) => go({ q }, { replace: true }));
  const rows = useMemo(
    () =>
      findUsers(users.items, query, (user) => [user.name, user.email, rolesOf(user), unitsOf(user, setup)]),
    [users.items, query, setup],
  );
  const user = users.items.find(({ id }) => id === search.open) ?? null;
  return (
    <>
      <PageBar title="Users">
        <Button variant="primary" icon={<UserPlus aria-hidden />} onClick={() => go({ open: 'new' })}>
          Add user
        </Button>
      </PageBar>
      <SettingsFrame>
        <DataTable
          label="Users"
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={({ id }) => go({ open: id })}
          onExport={(listed, shown) => saveTextFile('users.csv', csvOf(shown, listed))}
          toolbar={
            <span className="w-56">
              <TextField
                type="search"
                size="dense"
                aria-label="Search users"
                placeholder="Name, e-mail, role"
                before={<Search aria-hidden />}
                {...filter}
              />
            </span>
          }
          empty={<EmptyState text={`Nobody matches “${query}”.`} />}
        />
      </SettingsFrame>
      {(search.open === 'new' || user) && (
        <UserDrawer key={search.open} user={user} onClose={() => go({ open: undefined })} />
      )}
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
      width: 140,
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
      width: 180,
      sortBy: ({ email }) => email,
      text: ({ email }) => email,
      cell: ({ email }) => email,
    },
    { id: 'roles', title: 'Roles', grow: 2, width: 140, sortBy: rolesOf, text: rolesOf, cell: rolesOf },
    {
      id: 'units',
      title: 'Business units',
      grow: 3,
      width: 140,
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
