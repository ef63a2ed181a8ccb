export interface Usage {
  readonly ms: number;
  readonly megabytes: number;
}

export function usage(): Usage;
export function usageWithChildren(): Usage;
export function childrenOf(parent: number): number[];
