/** What both ends of a message need and no schema belongs to: the script in the page is compiled with each click. */
export const PANEL_PORT = 'gouji-panel';

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
