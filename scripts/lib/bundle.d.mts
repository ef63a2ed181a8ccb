/** Resolves to the file to run. */
export function cliBundle(name?: 'cli' | 'sums'): Promise<string>;

/** Bundles a module into `folder`; resolves to its file. */
export function bundle(entry: string, folder: string): Promise<string>;
