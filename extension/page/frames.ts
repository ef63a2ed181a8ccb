/** Frames of the page that may be read: those of its own origin. Others are out of reach without more leave than a click gives. */

/** Smaller ones are counters and advertisements. */
const SMALLEST = { width: 300, height: 150 };

/** The page, and the documents of its frames that may be read, in page order. */
export function documentsOf(page: Document): readonly Document[] {
  return [
    page,
    ...framesIn(page)
      .flatMap((frame) => contentOf(frame))
      .flatMap(documentsOf),
  ];
}

/** Addresses of frames that could hold a report and may not be read. */
export function closedFrames(page: Document): readonly string[] {
  const closed = documentsOf(page)
    .flatMap(framesIn)
    .filter((frame) => contentOf(frame).length === 0 && isLarge(frame))
    .map(({ src }) => src);
  return [...new Set(closed)].filter((address) => /^https?:/.test(address)).slice(0, 10);
}

/** How far the window of a frame's document is from the window of the page. */
export function shiftOf(page: Document): { readonly left: number; readonly top: number } {
  const frame = frameOf(page);
  if (frame === null) return { left: 0, top: 0 };
  const own = frame.getBoundingClientRect();
  const outer = shiftOf(frame.ownerDocument);
  return { left: outer.left + own.left + frame.clientLeft, top: outer.top + own.top + frame.clientTop };
}

/** Asked of the browser once for each document: the answer stays, and the question is dear. */
const frames = new WeakMap<Document, Element | 'none'>();

/** The element that shows a document; null for the page itself. */
export function frameOf(page: Document): Element | null {
  const known = frames.get(page) ?? page.defaultView?.frameElement ?? 'none';
  frames.set(page, known);
  return known === 'none' ? null : known;
}

function framesIn(page: Document): readonly HTMLIFrameElement[] {
  // Lists that the browser keeps: looking for them anew takes as long as the page is. One page has one kind.
  return [...page.getElementsByTagName('iframe'), ...page.getElementsByTagName('frame')] as HTMLIFrameElement[];
}

function contentOf(frame: HTMLIFrameElement): readonly Document[] {
  const { contentDocument } = frame;
  return contentDocument === null ? [] : [contentDocument];
}

function isLarge(frame: Element): boolean {
  const { width, height } = frame.getBoundingClientRect();
  return width >= SMALLEST.width && height >= SMALLEST.height;
}
