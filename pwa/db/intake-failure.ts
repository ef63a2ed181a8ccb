/** Why a file or paste was not kept. It is stored with the file and crosses from the worker, so it has a guard. */
import * as z from 'zod/mini';
import type { Plain, Same } from '../../core/exchange/schema';
import type { ReadFailure } from '../../core/index';
import type { StorageFailure } from './attempt';

const readFailure = z.object({
  code: z.enum([
    'empty',
    'binary',
    'too-large',
    'too-many-pages',
    'too-complex',
    'unsupported',
    'encrypted',
    'scan',
    'damaged',
    'unreadable',
  ]),
  kind: z.optional(z.string()),
  size: z.optional(z.number()),
  limit: z.optional(z.number()),
  reason: z.optional(z.string()),
});

export const storageFailureSchema = z.object({ code: z.enum(['full', 'closed', 'other']), reason: z.string() });

/** The guards and the types they guard say the same, or this file does not compile. */
const held: [
  Same<Plain<z.infer<typeof readFailure>>, Plain<ReadFailure>>,
  Same<z.infer<typeof storageFailureSchema>, Plain<StorageFailure>>,
] = [true, true];
void held;

const plain = z.discriminatedUnion('code', [
  z.object({ code: z.literal('read'), failure: readFailure }),
  /** Read, but no annual report: nothing is kept of it. `doubts`: what its text alone gave. */
  z.object({ code: z.literal('unrecognised'), doubts: z.int() }),
  /** A bug of ours. */
  z.object({ code: z.literal('crashed'), reason: z.string() }),
  /** Read for so many seconds without an end. */
  z.object({ code: z.literal('timeout'), seconds: z.int() }),
  /** An archive inside an archive. */
  z.object({ code: z.literal('nested') }),
  /** What its archive unpacks to is more than `limit` bytes in all. */
  z.object({ code: z.literal('archive-total'), limit: z.int() }),
  /** The part of the app that reads files did not load. */
  z.object({ code: z.literal('unavailable') }),
  z.object({ code: z.literal('storage'), failure: storageFailureSchema }),
]);

export type IntakeFailure =
  | Exclude<z.infer<typeof plain>, { code: 'read' }>
  | { readonly code: 'read'; readonly failure: ReadFailure };

export const readFailureSchema = readFailure as unknown as z.ZodMiniType<ReadFailure>;
export const intakeFailureSchema = plain as unknown as z.ZodMiniType<IntakeFailure>;
