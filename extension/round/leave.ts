/** Leave to read sites: asked for those of a round alone, at the click that starts it, and given back at its end. */

export function originsOf(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses.map((address) => new URL(address).origin))].sort();
}

/** Must be called in the turn of a click. False where the user said no. */
export async function askLeave(origins: readonly string[]): Promise<boolean> {
  return chrome.permissions.request({ origins: origins.map(pattern) });
}

/** The sites that may be read now. */
export async function leaveHeld(): Promise<readonly string[]> {
  const { origins = [] } = await chrome.permissions.getAll();
  return origins.map((each) => each.replace(/\/\*$/, ''));
}

export async function giveBack(origins: readonly string[]): Promise<void> {
  if (origins.length > 0) await chrome.permissions.remove({ origins: origins.map(pattern) });
}

function pattern(origin: string): string {
  return `${origin}/*`;
}
