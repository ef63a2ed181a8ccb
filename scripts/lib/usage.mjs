import { readdirSync, readFileSync } from 'node:fs';

/** What a process has used so far: milliseconds of processors, and the most megabytes that it ever held. */
export function usage() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { ms: (userCPUTime + systemCPUTime) / 1000, megabytes: maxRSS / 1024 };
}

/** The same with the processes that it has started, ended ones included. Linux alone tells of those. */
export function usageWithChildren() {
  const own = usage();
  if (process.platform !== 'linux') return own;
  const { ended } = statOf(process.pid);
  const children = childrenOf(process.pid);
  return {
    ms: own.ms + ended + children.reduce((sum, pid) => sum + (statOf(pid)?.ms ?? 0), 0),
    megabytes: own.megabytes + children.reduce((sum, pid) => sum + most(pid), 0),
  };
}

/** Those that run now. */
export function childrenOf(parent) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((pid) => statOf(pid)?.parent === parent);
}

/** Milliseconds of one tick: a hundred of them a second, on every Linux. */
const TICK = 10;

/** Its parent, milliseconds of its own and of its children that have ended; null where it is gone. */
export function statOf(pid) {
  const text = textOf(pid, 'stat');
  // Its name, in brackets, may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (text === '' || fields[0] === 'Z') return null;
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
  return { parent: Number(fields[1]), ms: (user + system) * TICK, ended: (endedUser + endedSystem) * TICK };
}

function most(pid) {
  return Number(/VmHWM:\s*(\d+)/.exec(textOf(pid, 'status'))?.[1] ?? 0) / 1024;
}

function textOf(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
