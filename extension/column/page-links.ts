/** The links of a tab, out of a page that may be hostile: held against a schema before anything looks at them. */
import * as z from 'zod/mini';
import { type CollectedLinks, collectLinks } from './collect-links';
import { type Column, columnOf, joinColumns } from './report-links';

z.config({ jitless: true });

/** Of one page. A column of a whole province has some hundreds. */
export const MAX_LINKS = 5000;

const text = (most: number): z.ZodMiniString => z.string().check(z.maxLength(most));

export const collectedSchema: z.ZodMiniType<CollectedLinks> = z.object({
  address: text(4000),
  base: text(4000),
  title: text(200),
  links: z
    .array(z.object({ href: text(2000), text: text(200), hint: text(200), near: text(300) }))
    .check(z.maxLength(MAX_LINKS)),
  beyond: z.int(),
  numbered: z.nullable(z.array(text(60)).check(z.maxLength(4))),
  more: z.boolean(),
});

/** Of the page and of those of its frames that may be read; null where the page is not to be had. */
export async function linksOfTab(tabId: number): Promise<readonly CollectedLinks[]> {
  try {
    const target = { tabId, allFrames: true };
    const results = await chrome.scripting.executeScript({ target, func: collectLinks, args: [MAX_LINKS] });
    return [...results]
      .sort((a, b) => a.frameId - b.frameId)
      .flatMap(({ result }) => collectedSchema.safeParse(result).data ?? [])
      .filter(({ address }) => /^https?:/.test(address));
  } catch {
    return []; // The page was left, or the browser keeps us out: the panel says so elsewhere.
  }
}

/** The list of reports that page and frames make together; null where there is none. */
export function columnIn(collected: readonly CollectedLinks[]): Column | null {
  const [top, ...frames] = collected;
  if (top === undefined) return null;
  const { origin } = new URL(top.address);
  // A frame of a list is often a page of its own, without a title.
  const own = frames.filter(({ address }) => new URL(address).origin === origin);
  const named = own.map((frame) => (frame.title === '' ? { ...frame, title: top.title } : frame));
  return named.map(columnOf).reduce(joinColumns, columnOf(top));
}
