export interface Usage {
  readonly ms: number;
  readonly megabytes: number;
}

export function usage(): Usage;
export function usageWithChildren(): Usage;
export function childrenOf(parent: number): number[];
/** Milliseconds of a process, and of its children that have ended; null where it is gone. */
export function statOf(pid: number): { readonly parent: number; readonly ms: number; readonly ended: number } | null;
