export const root: string;
export const cache: string;
export function at(...parts: readonly string[]): string;
