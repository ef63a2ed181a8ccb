/** What the panel asks of the page while evidence is sealed. Apart from the panel's other calls: it has its own guard. */
import * as z from 'zod/mini';
import type { Document } from '../../core/index';

export type SealCall =
  /** Hides the marks and says what is to be sealed. */
  | { readonly type: 'seal-begin' }
  /** Scrolls so that this place of a table, from its corner in CSS pixels, stands `lead` below the top of the window. */
  | {
      readonly type: 'seal-look';
      readonly table: number;
      readonly x: number;
      readonly y: number;
      readonly lead: number;
    }
  /** Puts marks and scrolling back. */
  | { readonly type: 'seal-end' };

/** Left, top, width, height, in CSS pixels. */
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Area = z.infer<typeof box>;

export const sealTableSchema = z.object({
  /** Of the document that was read. */
  block: z.int(),
  html: z.string(),
  /** As it is laid out: what is hidden is not in it. */
  text: z.string(),
  /** From the corner of the table. */
  cells: z.record(z.string(), box),
});
export type SealTable = z.infer<typeof sealTableSchema>;

export interface SealBegun {
  readonly document: Document;
  readonly address: string;
  readonly contentType: string;
  /** Milliseconds since 1970. */
  readonly opened: number;
  readonly tables: readonly SealTable[];
}

export const sealViewSchema = z.object({
  /** The table, from the corner of the window. */
  table: box,
  /** Where nothing lies over it; null where nothing of it is to be seen. */
  clear: z.nullable(box),
  window: z.object({ width: z.number(), height: z.number(), x: z.number(), y: z.number() }),
  visible: z.boolean(),
  /** No mark was shown since the look before this one, and the screen shows what the page is now. */
  clean: z.boolean(),
});
export type SealView = z.infer<typeof sealViewSchema>;
