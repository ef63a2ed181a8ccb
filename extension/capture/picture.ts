/** One table as a picture: scrolled through, taken piece by piece, put together. */
import { failed, ok, type Result } from '../../core/index';
import type { MessageFailure } from '../messages';
import type { Camera } from './camera';
import type { Missing } from './fetch-page';
import type { SealView } from './seal-calls';

/** Browsers draw no larger canvas for sure. */
const MAX_SIDE = 16_000;
const MAX_AREA = 64_000_000;
/** Pieces of one table. */
const MAX_PIECES = 40;
const TRIES = 4;

export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for one of the page. */
  readonly scale: number;
  /** Why it ends before the table does; null where it is all there. */
  readonly cut: Missing | null;
}

export type Look = (place: { x: number; y: number; lead: number }) => Promise<Result<SealView, MessageFailure>>;

export async function takePicture(look: Look, camera: Camera): Promise<Result<Picture, Missing>> {
  const sheet = new Sheet();
  const cut = await new Walk(look, camera, sheet).all();
  if (sheet.canvas === null) return failed(cut ?? { reason: 'not-shown', detail: '' });
  const blob = await sheet.canvas.convertToBlob({ type: 'image/png' });
  const { width, height } = sheet.canvas;
  return ok({ png: new Uint8Array(await blob.arrayBuffer()), width, height, scale: sheet.scale, cut });
}

/** From the top down, then one strip to the right, until the table ends or something is in the way. */
class Walk {
  private lead = 0;
  private pieces = 0;

  constructor(
    private readonly look: Look,
    private readonly camera: Camera,
    private readonly sheet: Sheet,
  ) {}

  /** Null at the end of the table, else why it stopped before. */
  async all(): Promise<Missing | null> {
    for (let x = 0; ; ) {
      const strip = await this.strip(x);
      if (!strip.ok) return strip.error;
      const { right, width } = strip.value;
      if (right >= width - 1) return null;
      if (right <= x + 1) return { reason: 'cut', detail: `${Math.round(right)}/${Math.round(width)} px` };
      x = right;
    }
  }

  private async strip(x: number): Promise<Result<{ readonly right: number; readonly width: number }, Missing>> {
    for (let y = 0; ; ) {
      const piece = await this.piece(x, y);
      if (!piece.ok) return piece;
      const { table, clear } = piece.value;
      const [bottom, height] = [clear[1] + clear[3] - table[1], table[3]];
      if (bottom >= height - 1) return ok({ right: clear[0] + clear[2] - table[0], width: table[2] });
      if (bottom <= y + 1) return failed({ reason: 'cut', detail: `${Math.round(y)}/${Math.round(height)} px` });
      y = bottom;
    }
  }

  /** Looks, takes the picture, and looks again: where the page moved or marks came meanwhile, once more. */
  private async piece(x: number, y: number): Promise<Result<Clear, Missing>> {
    for (let tries = 0; tries < TRIES; tries++) {
      const seen = await this.place(x, y);
      if (!seen.ok) return seen;
      // Marks were taken away only now: the browser may hand out what it had drawn before.
      if (!seen.value.clean) continue;
      if (++this.pieces > MAX_PIECES) return failed({ reason: 'too-large', detail: `${MAX_PIECES}` });
      const picture = await this.camera.shoot();
      if (!picture.ok) return picture;
      const after = await this.place(x, y);
      if (!after.ok) return after;
      if (JSON.stringify(after.value) !== JSON.stringify(seen.value)) continue;
      const drawn = this.sheet.draw(picture.value, seen.value);
      picture.value.close();
      return drawn ? seen : failed({ reason: 'too-large', detail: '' });
    }
    return failed({ reason: 'refused', detail: 'the page does not keep still' });
  }

  /** A header that stays at the top of the window covers what is scrolled under it: then a little lower. */
  private async place(x: number, y: number): Promise<Result<Clear, Missing>> {
    for (let tries = 0; tries < TRIES; tries++) {
      const view = await this.look({ x, y, lead: this.lead });
      if (!view.ok) return failed({ reason: 'refused', detail: view.error.reason });
      const { table, clear, visible, window, clean } = view.value;
      if (!visible) return failed({ reason: 'not-in-front', detail: '' });
      if (clear === null) return failed({ reason: table[2] * table[3] < 1 ? 'not-shown' : 'covered', detail: '' });
      const hidden = clear[1] - table[1] - y;
      if (hidden <= 1) return ok({ table, clear, window, clean });
      this.lead += hidden;
    }
    return failed({ reason: 'covered', detail: '' });
  }
}

type Clear = Pick<SealView, 'table' | 'window' | 'clean'> & { readonly clear: NonNullable<SealView['clear']> };

/** Pieces lie on whole pixels, so that none is blurred. */
class Sheet {
  canvas: OffscreenCanvas | null = null;
  scale = 1;

  draw(picture: ImageBitmap, { table, clear, window }: Clear): boolean {
    if (this.canvas === null) {
      this.scale = picture.width / window.width;
      // Up: a border that ends within a pixel is part of it.
      const [width, height] = [Math.ceil(table[2] * this.scale - 0.01), Math.ceil(table[3] * this.scale - 0.01)];
      if (Math.max(width, height) > MAX_SIDE || width * height > MAX_AREA) return false;
      this.canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
    }
    const px = (length: number): number => Math.round(length * this.scale);
    const [left, top] = [px(clear[0]), px(clear[1])];
    const [width, height] = [px(clear[0] + clear[2]) - left, px(clear[1] + clear[3]) - top];
    const to = { x: px(clear[0] - table[0]), y: px(clear[1] - table[1]) };
    this.canvas.getContext('2d')?.drawImage(picture, left, top, width, height, to.x, to.y, width, height);
    return true;
  }
}
