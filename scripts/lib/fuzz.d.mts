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
  readonly ms: number;
  readonly buffers: number;
}

export const LIMITS: { readonly ms: number; readonly heapMegabytes: number; readonly bufferMegabytes: number };
export const BUGS: ReadonlySet<string>;

/** `entry`: the bundle of `test/fuzz/worker.ts`. */
export function fuzz(entry: string, range: Range, saw: (result: Result) => void): Promise<void>;
