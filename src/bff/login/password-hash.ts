/** argon2id at the cost OWASP and ASVS name (R23), at most four at a time because each takes 46 MB (R20). */
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { ProblemError } from '#contract/problem.ts';

const COST = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };
const AT_ONCE = 4;
const WAITING = 60;

let running = 0;
const line: (() => void)[] = [];

/** Waits its turn; refuses with 429 when the line is so long that the answer would come too late to matter. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (line.length >= WAITING) throw new ProblemError('sign_in.too_many', { retryAfterSeconds: 2 });
    await new Promise<void>((resolve) => line.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next) next();
    else running--;
  }
}

/** A PHC string: `$argon2id$v=19$m=47104,t=1,p=1$…`. The text is taken as it is, NUL and trailing spaces included. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST));

/** Of nobody's password: verified for unknown addresses, so that they take as long as known ones (R22). */
let nobodys: Promise<string> | undefined;

/**
 * Whether the password fits. `null` (no such person) and a hash that cannot be read take as long as a wrong password,
 * and are false.
 */
export async function passwordFits(phc: string | null, password: string): Promise<boolean> {
  nobodys ??= hash('nobody has this password', COST);
  const dummy = await nobodys;
  return inTurn(async () => {
    if (phc !== null && isReadable(phc)) return verify(phc, password);
    await verify(dummy, password);
    return false;
  });
}

/** Made at another cost than today's: hashed anew at the next sign-in. */
export function isOutdated(phc: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(phc);
  return memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism;
}

function isReadable(phc: string): boolean {
  try {
    parseOptions(phc);
    return phc.startsWith('$argon2id$');
  } catch {
    return false; // whatever it is, nobody signs in with it
  }
}
