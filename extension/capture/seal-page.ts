/**
 * 取证: seals what the page is, right after its report was saved. The marks are hidden while it lasts and come back when
 * the manifest stands, so that no picture has one in it.
 */
import * as z from 'zod/mini';
import { type Evidence, type MissingPart, type NewPart, type Places, seal } from '../../core/exchange/evidence';
import { reportId } from '../../core/exchange/report-id';
import { documentSchema } from '../../core/exchange/schema';
import { utf8 } from '../../core/exchange/sha256';
import { failed, ok, type Result } from '../../core/index';
import { ask, type MessageFailure } from '../messages';
import { Camera } from './camera';
import { fetchPage } from './fetch-page';
import { type Look, takePicture } from './picture';
import { type SealBegun, type SealCall, sealTableSchema, sealViewSchema } from './seal-calls';
import { tableParts } from './table-parts';
import { tablesAgree } from './tables-agree';
import { versionsNow } from './versions';

const begunSchema: z.ZodMiniType<SealBegun> = z.object({
  document: documentSchema,
  address: z.string(),
  contentType: z.string(),
  opened: z.int(),
  tables: z.array(sealTableSchema),
});

/** `gone`: the page was left or reloaded. `changed`: it no longer is what was saved. */
export type SealFailure = 'gone' | 'changed';

export async function sealPage(tabId: number, report: string): Promise<Result<Evidence, SealFailure>> {
  const page = new PageCalls(tabId);
  const begun = await page.call({ type: 'seal-begin' }, begunSchema);
  if (!begun.ok) return failed('gone');
  try {
    const { document } = begun.value;
    if (reportId(document, { address: document.address, fileName: null }) !== report) return failed('changed');
    return ok(await new Sealing(page, begun.value, report).all());
  } finally {
    await page.call({ type: 'seal-end' }, z.null());
  }
}

class PageCalls {
  constructor(readonly tabId: number) {}

  call<T>(call: SealCall, schema: z.ZodMiniType<T>): Promise<Result<T, MessageFailure>> {
    return ask(() => chrome.tabs.sendMessage(this.tabId, call, { frameId: 0 }), schema);
  }
}

class Sealing {
  private readonly parts: NewPart[] = [];
  private readonly missing: MissingPart[] = [];
  private readonly places: Places = [];
  private readonly camera: Camera;

  constructor(
    private readonly page: PageCalls,
    private readonly begun: SealBegun,
    private readonly report: string,
  ) {
    this.camera = new Camera(page.tabId);
  }

  async all(): Promise<Evidence> {
    const { address, opened, document } = this.begun;
    const at = now();
    const bytes = fetchPage(this.page.tabId);
    this.addTables(at);
    for (const index of this.begun.tables.keys()) await this.addPicture(index);
    await this.addPage(await bytes);
    if (this.places.length > 0)
      this.add('places.json', 'places', null, 'application/json', utf8(JSON.stringify(this.places)));
    return seal({
      report: this.report,
      address,
      title: document.title,
      times: { opened: new Date(opened).toISOString(), sealed: now() },
      versions: versionsNow(),
      parts: this.parts.sort((a, b) => (a.name < b.name ? -1 : 1)),
      missing: this.missing,
    });
  }

  private add(name: string, kind: NewPart['kind'], table: number | null, type: string, bytes: Uint8Array): void {
    this.parts.push({ name, kind, table, type, at: now(), bytes });
  }

  private addTables(at: string): void {
    for (const [index, content] of this.begun.tables.entries())
      for (const part of tableParts(index + 1, content, at)) {
        if ('bytes' in part) this.parts.push(part);
        else this.missing.push(part);
      }
  }

  private async addPicture(index: number): Promise<void> {
    const table = index + 1;
    const look: Look = (place) => this.page.call({ type: 'seal-look', table: index, ...place }, sealViewSchema);
    const taken = await takePicture(look, this.camera);
    if (!taken.ok) {
      this.missing.push({ kind: 'table-image', table, ...taken.error });
      return;
    }
    const { png, width, height, scale, cut } = taken.value;
    const image = `table-${table}.png`;
    this.add(image, 'table-image', table, 'image/png', png);
    if (cut !== null) this.missing.push({ kind: 'table-image', table, reason: 'cut', detail: cut.detail });
    const px = (length: number): number => Math.round(length * scale);
    const cells: Places[number]['cells'] = {};
    for (const [id, [x, y, w, h]] of Object.entries(this.begun.tables[index]?.cells ?? {}))
      cells[id] = [px(x), px(y), px(w), px(h)];
    this.places.push({ image, width, height, cells });
  }

  private async addPage(fetched: Awaited<ReturnType<typeof fetchPage>>): Promise<void> {
    if (!fetched.ok) {
      this.missing.push({ kind: 'page', table: null, ...fetched.error });
      return;
    }
    const { bytes, at, type, from, status, lastModified, etag } = fetched.value;
    const tables = await tablesAgree(bytes, this.begun);
    this.parts.push({
      name: 'page.html',
      kind: 'page',
      table: null,
      type,
      at,
      received: { from, status, tables, lastModified, etag },
      bytes,
    });
  }
}

function now(): string {
  return new Date().toISOString();
}
