export interface Range {
  readonly reader: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

export interface Result {
  readonly index: number;
  /** `read`, the code of a failure, or one of `BUGS`. */
  readonly code: string;
  readonly detail: string;
  /** How long processors were busy with it, in this process or one that it started. */
  readonly ms: number;
  /** The most that these processes ever held, where this case has raised it; else 0. */
  readonly megabytes: number;
}

export interface Limits {
  readonly busyMs: number;
  readonly clockMs: number;
  readonly heapMegabytes: number;
  readonly wholeMegabytes: number;
}

export const LIMITS: Limits;
export function limitsOf(reader: string): Limits;
export const BUGS: ReadonlySet<string>;

/** `entry`: the bundle of `test/fuzz/worker.ts`. */
export function fuzz(entry: string, range: Range, saw: (result: Result) => void, limits?: Limits): Promise<void>;
