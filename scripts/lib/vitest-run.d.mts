export interface TestFile {
  readonly name: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    /** Of each try that failed. */
    readonly failureMessages: readonly string[];
  }[];
}

export interface VitestOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds; none: 0. */
  readonly limit?: number;
  readonly folder?: string;
  readonly stdio?: 'inherit' | 'ignore';
  readonly alone?: boolean;
}

export function runVitest(
  project: string,
  options?: VitestOptions,
): Promise<{ readonly code: number; readonly files: readonly TestFile[] }>;
/** A line for each test that failed, or passed when it ran again only, with what each try that failed said. */
export function triesThatFailed(files: readonly TestFile[], folder?: string): string[];
