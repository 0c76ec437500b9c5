/** Sign-in (R4, R20, R22, R23): the same answer, bytes and time for an unknown address and a wrong password. */
import { ProblemError } from '#contract/problem.ts';
import { writeAudit } from '#db/audit.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Office, OfficeAnswer, OfficeCall, OfficeHandler } from '../office.ts';
import { hashOf, sessionCookie } from '../session/cookie.ts';
import { currentUserOf } from '../session/own-sessions.ts';
import { endSession, insertSession, type NewSession, readSessions } from '../session/store.ts';
import { hashPassword, isOutdated, passwordFits } from './password-hash.ts';
import { isFirstRefusal } from './refusals.ts';
import {
  accountGate,
  countAttempt,
  forgiveAttempt,
  type Gate,
  networkGate,
  passwordGate,
} from './throttle.ts';

type Person = { tenant_id: Id; id: Id; password_hash: string; active: boolean; epoch: number };
type SignInCall = OfficeCall<'session.signIn'>;

export const signIn: OfficeHandler<'session.signIn'> = async (office, call) => {
  const email = call.body.email.toLowerCase();
  // Somebody else's guessing must not keep out the person who is signed in here anyway (R20).
  const isOwn = call.session?.email === email;
  // Whoever guesses in a stolen session is counted where the password change counts them.
  const gates = [
    networkGate(call.address),
    isOwn ? passwordGate(call.session!.actor.userId) : accountGate(email),
  ];
  const person = await countAndFind(office, call, gates, email);
  const fits = await passwordFits(person?.active ? person.password_hash : null, call.body.password);
  if (!person || !fits) {
    await auditRefusal(office, call, person, 'sign_in.wrong');
    throw new ProblemError('sign_in.wrong');
  }
  const newHash = isOutdated(person.password_hash) ? await hashPassword(call.body.password) : null;
  return await begin(office, call, gates, person, newHash);
};

async function countAndFind(office: Office, call: SignInCall, gates: Gate[], email: string) {
  try {
    return await office.database.transaction({ tenantId: 'system' }, async (tx) => {
      await countAttempt(tx, gates, office.clock.now());
      const [person = null] = await tx.query<Person>(
        'select tenant_id, id, password_hash, active, epoch from office.users where email = $1',
        [email],
      );
      return person;
    });
  } catch (error) {
    if (error instanceof ProblemError && isFirstRefusal(office, gates)) {
      await auditRefusal(office, call, null, error.code);
    }
    throw error;
  }
}

async function begin(
  office: Office,
  call: SignInCall,
  gates: readonly Gate[],
  person: Person,
  newHash: string | null,
): Promise<OfficeAnswer> {
  const { session: before } = call;
  const begun = await office.database.transaction({ tenantId: 'system' }, async (tx) => {
    const [current] = await tx.query<Person>(
      'select password_hash, active, epoch from office.users where tenant_id = $1 and id = $2 for update',
      [person.tenant_id, person.id],
    );
    // Changed while the password was being hashed: what was verified is not true any more.
    if (!current?.active || current.password_hash !== person.password_hash) {
      throw new ProblemError('sign_in.wrong');
    }
    if (newHash) {
      await tx.query('update office.users set password_hash = $3 where tenant_id = $1 and id = $2', [
        person.tenant_id,
        person.id,
        newHash,
      ]);
    }
    await forgiveAttempt(tx, gates);
    if (before) await endSession(tx, before.idHash);
    return await beginSession(office, tx, call, {
      tenantId: person.tenant_id,
      userId: person.id,
      epoch: current.epoch,
    });
  });
  if (before) office.sessions.forget({ session: before.idHash });
  return { status: 200, ...begun };
}

/** A new session with its audit row; `body` is the person, `cookie` what the browser keeps. */
export async function beginSession(
  { clock, config }: Office,
  tx: Transaction,
  call: { requestId: string; address: string; userAgent: string },
  of: Pick<NewSession, 'tenantId' | 'userId' | 'epoch'>,
  verb = 'session.sign-in',
): Promise<{ body: unknown; cookie: string }> {
  const { address, userAgent, requestId } = call;
  const id = await insertSession(tx, clock.now(), config.session, { ...of, address, userAgent });
  await writeAudit(tx, {
    at: clock.now(),
    tenantId: of.tenantId,
    actor: of,
    verb,
    result: 'done',
    requestId,
    address,
    object: { kind: 'user', id: of.userId },
  });
  const [found] = await readSessions(tx, [hashOf(id)]);
  if (!found) throw new Error('A session just written was not found');
  return { body: currentUserOf(found.session), cookie: sessionCookie(id) };
}

async function auditRefusal(office: Office, call: SignInCall, person: Person | null, code: string) {
  await office.database.transaction({ tenantId: 'system' }, (tx) =>
    writeAudit(tx, {
      at: office.clock.now(),
      tenantId: person?.tenant_id ?? null,
      actor: null,
      verb: 'session.sign-in',
      result: 'denied',
      requestId: call.requestId,
      address: call.address,
      ...(person ? { object: { kind: 'user', id: person.id } } : {}),
      detail: { code },
    }),
  );
}
