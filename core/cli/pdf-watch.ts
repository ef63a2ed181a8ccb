/**
 * Ends the process of `pdf-child` when a PDF goes beyond its limits, or when nobody is left to tell of it. In a thread of
 * its own, because the other has no turn for anything meanwhile.
 */
import { writeSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

/** Milliseconds: how often it looks. */
const LOOK = 100;
/** What waits for something that never comes uses no processor: so many times as long by the clock, more than a crowded machine takes. */
const WAITING = 20;

const [starter = 0, seconds = 0, memory = 0] = process.argv.slice(2).map(Number);

interface Begun {
  readonly usage: NodeJS.CpuUsage;
  readonly clock: number;
}

let begun: Begun | null = null;

parentPort?.on('message', (now: 'begins' | 'ended') => {
  begun = now === 'begins' ? { usage: process.cpuUsage(), clock: Date.now() } : null;
});

setInterval(() => {
  // Windows ends it by itself, and never changes this number.
  if (process.platform !== 'win32' && process.ppid !== starter) end();
  if (begun === null) return;
  if (isLate(begun)) end('limit: seconds');
  if (process.memoryUsage.rss() > memory) end('limit: memory');
}, LOOK);

/** By the processor's time: on a busy machine a clock runs on while nothing is read. */
function isLate({ usage, clock }: Begun): boolean {
  const { user, system } = process.cpuUsage(usage);
  return (user + system) / 1e6 > seconds || (Date.now() - clock) / 1000 > WAITING * seconds;
}

/** Whatever the process is at: no way of asking it is heard in the middle of a long step of the engine. */
function end(why = ''): void {
  if (why !== '') writeSync(2, `${why}\n`);
  process.kill(process.pid, 'SIGKILL');
}
