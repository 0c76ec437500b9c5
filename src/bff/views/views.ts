/** Saved views of lists: each person's own, seen by all when shared, changed by their owner only. */
import { ProblemError } from '#contract/problem.ts';
import type { SavedView } from '#contract/saved-view.ts';
import { writeAudit } from '#db/audit.ts';
import { DatabaseError, type Transaction } from '#db/database.ts';
import { once } from '#db/once.ts';
import { requestHash } from '../canonical-json.ts';
import type { Office, OfficeCall, OfficeHandler } from '../office.ts';
import { deleteView, insertView, lockedCount, setDefault, updateView, viewById, viewsOf } from './store.ts';

/** Of one person for one list; everybody's menu shows the shared ones. */
const MOST_VIEWS = 50;

export const listViews: OfficeHandler<'views.list'> = async ({ database }, { session, query }) => {
  const { tenantId, userId } = session.actor;
  const items = await database.transaction({ tenantId, readOnly: true }, (tx) =>
    viewsOf(tx, userId, query.page),
  );
  return { status: 200, body: { items } };
};

export const createView: OfficeHandler<'views.create'> = async (office, call) => {
  const { tenantId, userId } = call.session.actor;
  const at = office.clock.now();
  const { params, query, body } = call;
  const scope = {
    tenantId,
    userId,
    route: 'views.create',
    key: call.idempotencyKey ?? '',
    bodyHash: requestHash({ params, query, body }),
    now: at,
  };
  return refusingTakenName(() =>
    office.database.transaction({ tenantId }, (tx) =>
      once(
        tx,
        scope,
        (code) => new ProblemError(code),
        async () => {
          if ((await lockedCount(tx, userId, body.page)) >= MOST_VIEWS) {
            throw new ProblemError('view.too_many', { most: MOST_VIEWS });
          }
          const id = await insertView(tx, userId, body, at);
          await audit(office, tx, call, 'view.create', id);
          return { status: 201, body: await viewById(tx, userId, id) };
        },
      ),
    ),
  );
};

/** @throws ProblemError record.not_found, session.forbidden for somebody else's, request.stale with the view as it is */
export const changeView: OfficeHandler<'views.change'> = async (office, call) => {
  const { tenantId, userId } = call.session.actor;
  const { isDefault, ...changes } = call.body.changes;
  const view = await refusingTakenName(() =>
    office.database.transaction({ tenantId }, async (tx) => {
      const before = await found(tx, userId, call.params.id, { lock: true });
      const isRewritten = Object.values(changes).some((value) => value !== undefined);
      if (isRewritten) {
        mustOwn(before, userId);
        const after = { ...before, ...changes } as SavedView;
        const isWritten =
          call.body.version === before.version &&
          (await updateView(tx, before.id, before.version, after, office.clock.now()));
        if (!isWritten) throw new ProblemError('request.stale', { current: before });
      }
      if (isDefault !== undefined) await setDefault(tx, userId, before, isDefault);
      await audit(office, tx, call, 'view.change', before.id);
      return found(tx, userId, before.id);
    }),
  );
  return { status: 200, body: view };
};

export const removeView: OfficeHandler<'views.delete'> = async (office, call) => {
  const { tenantId, userId } = call.session.actor;
  await office.database.transaction({ tenantId }, async (tx) => {
    const view = await found(tx, userId, call.params.id, { lock: true });
    mustOwn(view, userId);
    await deleteView(tx, view.id);
    await audit(office, tx, call, 'view.delete', view.id);
  });
  return { status: 204 };
};

async function found(
  tx: Transaction,
  userId: number,
  id: number,
  locking?: { readonly lock: boolean },
): Promise<SavedView> {
  const view = await viewById(tx, userId, id, locking);
  if (!view) throw new ProblemError('record.not_found', { kind: 'view' });
  return view;
}

function mustOwn(view: SavedView, userId: number): void {
  if (view.ownerId !== userId) throw new ProblemError('session.forbidden');
}

function audit(
  { clock }: Office,
  tx: Transaction,
  call: Pick<OfficeCall<'views.list'>, 'session' | 'requestId' | 'address'>,
  verb: string,
  id: number,
): Promise<void> {
  const { actor } = call.session;
  return writeAudit(tx, {
    at: clock.now(),
    tenantId: actor.tenantId,
    actor,
    verb,
    result: 'done',
    requestId: call.requestId,
    address: call.address,
    object: { kind: 'view', id },
  });
}

/** Two views of one list by one person have different names. */
async function refusingTakenName<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '23505') {
      throw new ProblemError('view.name_taken', {}, [{ path: 'name', code: 'taken', message: '' }]);
    }
    throw error;
  }
}
