/**
 * The commands beside the server: `npm run import -- KIND FILE`, `npm run tenant -- create NAME` and the like end here
 * as `node dist/server/cli.js COMMAND ARGUMENTS…`. A command is loaded only when asked for.
 */
type Command = { run(args: readonly string[]): Promise<number> };

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  backup: () => import('./start/backup-command.ts'),
  import: () => import('./start/import-command.ts'),
  restore: () => import('./start/restore-command.ts'),
  tenant: () => import('./start/tenant-command.ts'),
  verify: () => import('./start/verify-command.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;

if (load) {
  process.exitCode = await (await load()).run(args);
} else {
  const known = Object.keys(commands).join(', ') || 'none yet';
  process.stderr.write(`Unknown command "${name}". Commands: ${known}.\n`);
  process.exitCode = 2;
}

export {};
