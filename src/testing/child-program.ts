import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { buildProgram } from './build-program.mjs';

export type Program = {
  /** Starts it as a process; `lines` are what it has printed so far. */
  start(...args: string[]): Running;
  remove(): void;
};
export type Running = {
  readonly pid: number;
  readonly lines: string[];
  readonly errors: string[];
  /** Resolves when it has printed a line for which this holds. Rejects when it ends before. */
  printed(isIt: (line: string) => boolean): Promise<string>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  ended(): Promise<number | null>;
};

/** A TypeScript file of `testing/programs/`, as processes of its own that can be killed. */
export async function buildChildProgram(name: string): Promise<Program> {
  const { file, remove } = await buildProgram(name);
  return { start: (...args) => watch(spawn(process.execPath, [file, ...args])), remove };
}

function watch(child: ChildProcess): Running {
  const lines: string[] = [];
  const errors: string[] = [];
  const onLine = new Set<() => void>();
  const exit = once(child, 'close') as Promise<[number | null]>;
  createInterface({ input: child.stdout! }).on('line', (line) => {
    lines.push(line);
    for (const each of onLine) each();
  });
  createInterface({ input: child.stderr! }).on('line', (line) => errors.push(line));
  return {
    pid: child.pid!,
    lines,
    errors,
    printed: (isIt) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find(isIt);
          if (found === undefined) return;
          onLine.delete(look);
          resolve(found);
        };
        onLine.add(look);
        look();
        void exit.then(() => reject(new Error(`The program ended: ${errors.join(' ')}`)));
      }),
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    ended: async () => (await exit)[0],
  };
}
