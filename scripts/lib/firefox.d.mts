/** A manifest as built for Chromium, in the words of Firefox. */
export function firefoxManifest(manifest: Readonly<Record<string, unknown>>): Record<string, unknown>;
export function buildFirefox(): void;
/** A script for pages, without the expression that it ends with. */
export function withoutAnswer(script: string): string;
