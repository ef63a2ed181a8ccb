/** Of vitest's JSON: each test that failed, or passed at its second try only, with what each such try said. */
export declare function triesThatFailed(
  testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[],
): string[];
