// `npm run bench -- past [--size normal|large]`: what the board of a past minute takes, beside the live board of the
// same day, on PGlite and, with DATABASE_URL, on PostgreSQL. The limit is 1 s (issue 3, part 7). Before measuring, a
// share of today's visits is moved on, so that there is something to take back.
import { parseArgs } from 'node:util';
import { computed, signedIn, withDemoServer } from '../support/demo-server.mjs';

const LIMIT_MS = 1000;
const ROUNDS = 12;
const ZONE = 'America/New_York';
const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== 'past'),
  options: { size: { type: 'string', default: 'normal' }, moves: { type: 'string', default: '500' } },
});

const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];

async function timed(call, pid, path) {
  const times = [];
  let answer = await call('GET', path);
  const before = computed(pid);
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    answer = await call('GET', path);
    times.push(performance.now() - from);
  }
  const cpu = (computed(pid) - before) / ROUNDS;
  times.sort((a, b) => a - b);
  return { answer, p50: percentile(times, 0.5), worst: times.at(-1), cpu };
}

async function confirmSome(call, visits) {
  for (const { id, version, isConfirmed } of visits) {
    const command = isConfirmed ? 'unconfirm' : 'confirm';
    await call('POST', `/api/appointments/${id}/${command}`, {
      expected: [{ kind: 'appointment', id, version }],
    });
  }
}

async function measure(origin, pid) {
  const call = await signedIn(origin, 'dispatch@demo.test');
  const loaded = new Date().toISOString();
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format();
  const query = `day=${day}&timeZone=${ZONE}`;
  const before = await call('GET', `/api/board?${query}`);
  const open = before.appointments.filter(({ status }) => status === 'Scheduled');
  await confirmSome(call, open.slice(0, Number(values.moves)));
  const hoursAgo = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString();
  console.log(
    `${process.env.DATABASE_URL ? 'PostgreSQL' : 'PGlite'}, ${values.size} demo: ${before.technicians.length} technicians, ` +
      `${before.appointments.length} visits today, ${Math.min(open.length, Number(values.moves))} of them changed since`,
  );
  const rows = [
    ['live', `/api/board?${query}`],
    ['a minute ago', `/api/board/at?${query}&at=${hoursAgo(1 / 60)}`],
    ['before those changes', `/api/board/at?${query}&at=${loaded}`],
    ['an hour ago', `/api/board/at?${query}&at=${hoursAgo(1)}`],
    ['a day ago', `/api/board/at?${query}&at=${hoursAgo(24)}`],
    ['moves of the day', `/api/moves?${query}`],
  ];
  for (const [name, path] of rows) {
    const { answer, p50, worst, cpu } = await timed(call, pid, path);
    const shown = answer.appointments?.length ?? answer.total;
    console.log(
      `${name.padEnd(22)} p50 ${p50.toFixed(0)} ms, worst of ${ROUNDS} ${worst.toFixed(0)} ms, ${cpu.toFixed(0)} ms of a core, ${shown} shown`,
    );
    if (name !== 'live' && p50 > LIMIT_MS) process.exitCode = 1;
  }
}

await withDemoServer(measure, { size: values.size });
