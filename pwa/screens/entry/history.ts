/** What can be taken back. Pure: steps of one field belong together, as long as nothing else came between. */

export interface History<T> {
  readonly now: T;
  readonly past: readonly T[];
  readonly future: readonly T[];
  /** The field that the last step changed; null where the next step must stand by itself. */
  readonly field: string | null;
}

/** More steps than anybody takes back. */
const STEPS = 500;

export function historyOf<T>(now: T): History<T> {
  return { now, past: [], future: [], field: null };
}

/** `field` null: a step of its own, like a block that is pasted. */
export function step<T>(history: History<T>, now: T, field: string | null): History<T> {
  const joins = field !== null && field === history.field;
  const past = joins ? history.past : [...history.past.slice(1 - STEPS), history.now];
  return { now, past, future: [], field };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { now: before, past: history.past.slice(0, -1), future: [history.now, ...history.future], field: null };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { now: next, past: [...history.past, history.now], future, field: null };
}
