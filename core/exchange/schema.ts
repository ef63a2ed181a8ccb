/** zod guards for everything that crosses a border: stored rows, files, messages. */
import * as z from 'zod/mini';
import type { Document } from '../document/document';
import { OTHER_REPORTS } from '../document/other-report';
import { COUNTER_LIMIT, type Opinion as CoreOpinion, REVIEW_STATUSES } from '../findings/opinions';
import type { Outcome } from '../outcome';
import { COMPARISONS } from '../relations/own-relation';

// Extension pages forbid `new Function`, which zod would otherwise try once and be reported for.
z.config({ jitless: true });

export const placeSchema = z.object({
  block: z.int(),
  cell: z.optional(z.int()),
  start: z.optional(z.int()),
  end: z.optional(z.int()),
});

const at = z.optional(
  z.object({
    page: z.int(),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  }),
);

const sourceCell = z.object({
  text: z.string(),
  rowSpan: z.int(),
  colSpan: z.int(),
  soft: z.optional(z.literal(true)),
  unsure: z.optional(z.literal(true)),
  line: z.optional(z.int()),
  at,
  ref: z.optional(z.string()),
});

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string(), level: z.int(), line: z.optional(z.int()), at }),
  z.object({ kind: z.literal('picture'), text: z.string() }),
  z.object({
    kind: z.literal('table'),
    layout: z.enum(['grid', 'rows']),
    rows: z.array(z.object({ cells: z.array(sourceCell), group: z.int() })),
  }),
]);

const plainDocument = z.object({
  format: z.enum(['page', 'html', 'mhtml', 'text', 'docx', 'doc', 'rtf', 'xlsx', 'xls', 'pdf', 'entry']),
  title: z.nullable(z.string()),
  address: z.nullable(z.string()),
  published: z.optional(z.string()),
  blocks: z.array(block),
  omissions: z.array(
    z.object({
      code: z.enum([
        'table-too-large',
        'too-many-blocks',
        'too-deep',
        'frame-not-read',
        'page-without-text',
        'page-too-complex',
        'readings-differ',
        'macros',
        'hidden-sheet',
        'cells-far-off',
        'cut-off',
      ]),
      count: z.int(),
    }),
  ),
});
/** Typed by core’s own read-only type. */
export const documentSchema = plainDocument as unknown as z.ZodMiniType<Document>;

const fact = z.object({
  raw: z.string(),
  value: z.nullable(z.number()),
  unit: z.optional(z.string()),
  mixed: z.optional(z.literal(true)),
  state: z.enum(['number', 'blank', 'dash', 'text', 'missing']),
  place: z.nullable(placeSchema),
});

const change = z.object({ cell: z.string(), value: z.nullable(z.number()), expected: z.number() });

const operation = z.object({
  kind: z.enum([
    'sign',
    'unit',
    'transposed',
    'digit-lost',
    'digit-added',
    'digit-wrong',
    'left-empty',
    'total-recomputed',
    'cells-swapped',
    'rows-swapped',
    'row-shifted-left',
    'row-shifted-right',
    'column-shifted-up',
    'column-shifted-down',
  ]),
  changes: z.array(change),
});

const relation = z.object({
  id: z.string(),
  at: z.string(),
  left: z.array(z.string()),
  right: z.array(z.string()),
  rule: z.string(),
});

export const severitySchema = z.enum(['error', 'warning', 'info']);

export const findingSchema = z.object({
  fingerprint: z.string(),
  rule: z.string(),
  severity: severitySchema,
  cells: z.array(z.string()),
  relations: z.array(
    z.object({ id: z.string(), at: z.string(), left: z.number(), right: z.number(), difference: z.number() }),
  ),
  repairs: z.array(z.array(change)),
  favoured: z.optional(z.int()),
  operations: z.optional(z.array(operation)),
  suspects: z.array(change),
  quote: z.nullable(z.string()),
  place: z.nullable(placeSchema),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

export const coverageSchema = z.object({
  cells: z.object({ expected: z.int(), read: z.int() }),
  relations: z.object({
    expected: z.int(),
    consistent: z.int(),
    inconsistent: z.int(),
    unchecked: z.int(),
    notApplicable: z.int(),
  }),
});

const nullableForm = z.nullable(z.string());

const sketch = z.object({ runs: z.int(), hashes: z.string() });
const ownTerm = z.object({ coefficient: z.int(), cell: z.nullable(z.string()), previous: z.boolean() });

export const checklistOutcomeSchema = z.object({
  name: z.string(),
  version: z.string(),
  off: z.array(z.string()),
  ownFormSum: z.optional(severitySchema),
  relations: z.array(
    z.object({
      text: z.string(),
      name: z.nullable(z.string()),
      relation: z.nullable(
        z.object({
          key: z.string(),
          left: z.array(ownTerm),
          comparison: z.enum(COMPARISONS),
          right: z.array(ownTerm),
        }),
      ),
      state: z.enum(['consistent', 'inconsistent', 'unchecked', 'notApplicable']),
      reason: z.nullable(
        z.enum([
          'cell-missing',
          'cell-not-a-number',
          'total-blank',
          'number-unclaimed',
          'no-previous',
          'not-understood',
        ]),
      ),
      left: z.nullable(z.number()),
      right: z.nullable(z.number()),
      difference: z.nullable(z.number()),
    }),
  ),
});

const plainOutcome = z.object({
  status: z.enum(['checked', 'partial', 'blank-form', 'unrecognised']),
  other: z.optional(z.enum(OTHER_REPORTS)),
  organ: z.nullable(z.string()),
  year: z.nullable(z.int()),
  title: z.nullable(z.string()),
  form: nullableForm,
  forms: z.record(z.string(), nullableForm),
  facts: z.record(z.string(), fact),
  relations: z.array(
    z.object({
      relation,
      state: z.enum(['consistent', 'inconsistent', 'unchecked', 'notApplicable']),
      reason: z.nullable(z.enum(['cell-missing', 'cell-not-a-number', 'total-blank', 'number-unclaimed'])),
      left: z.nullable(z.number()),
      right: z.nullable(z.number()),
      difference: z.nullable(z.number()),
    }),
  ),
  coverage: coverageSchema,
  findings: z.array(findingSchema),
  unclaimed: z.array(z.object({ table: z.string(), raw: z.string(), place: placeSchema })),
  further: z.array(z.object({ table: z.string(), block: z.int() })),
  failures: z.array(z.object({ rule: z.string(), reason: z.string() })),
  /** Not in reports that were kept before there were sketches. */
  sketch: z.optional(z.object({ overview: sketch, problems: sketch })),
  checklist: z.optional(checklistOutcomeSchema),
  ownSums: z.optional(z.array(z.string())),
});
export const outcomeSchema = plainOutcome as unknown as z.ZodMiniType<Outcome>;

/** The guards and the types of core say the same, or this file does not compile. */
export type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> } : T;
const held: [
  Same<Plain<z.infer<typeof plainDocument>>, Plain<Document>>,
  Same<Plain<z.infer<typeof plainOutcome>>, Plain<Outcome>>,
] = [true, true];
void held;

/** A report as kept: what was read, what was found, where it came from. */
export const savedReportSchema = z.object({
  /** From `reportId`: the same content from the same source has the same id everywhere. */
  id: z.string(),
  /** ISO 8601, UTC. */
  savedAt: z.string(),
  source: z.object({ address: z.nullable(z.string()), fileName: z.nullable(z.string()) }),
  document: documentSchema,
  outcome: outcomeSchema,
  /** Version of the program that checked it. */
  checkedBy: z.string(),
});
export type SavedReport = z.infer<typeof savedReportSchema>;

/** 待核实, 属实待改, 已整改, 经核实无误, 暂缓 */
export const reviewStatusSchema = z.enum(REVIEW_STATUSES);
export type ReviewStatus = z.infer<typeof reviewStatusSchema>;

/** 复核意见: one word of one person on one finding. Append-only. */
export const opinionSchema = z.object({
  /** Random, unique. */
  id: z.string(),
  /** Fingerprint of the finding, or the name of a wider subject (`core/findings/subjects.ts`). */
  finding: z.string(),
  /** Values of the finding's cells when the word was given; where they change, a dismissal lapses. */
  against: z.string(),
  field: z.enum(['status', 'reason', 'note', 'own']),
  value: z.string(),
  author: z.string(),
  /** ISO 8601, UTC. Clocks disagree: `counter` orders first. */
  at: z.string(),
  counter: z.int().check(z.gte(0), z.lte(COUNTER_LIMIT)),
});
export type Opinion = z.infer<typeof opinionSchema>;
const heldOpinion: Same<Opinion, Plain<CoreOpinion>> = true;
void heldOpinion;

export const BUNDLE_VERSION = 1;

/** 交换文件 .gouji: what one home hands to another. Merged by union, never overwriting. */
export const bundleSchema = z.object({
  format: z.literal('gouji'),
  version: z.literal(BUNDLE_VERSION),
  reports: z.array(savedReportSchema),
  opinions: z.array(opinionSchema),
});
export type Bundle = z.infer<typeof bundleSchema>;

/**
 * A report and a bundle as they come from elsewhere. Outcomes are made anew from the documents, so what an older or a
 * newer program calls one keeps no report out.
 */
const { outcome: _, ...sentShape } = savedReportSchema.shape;
export const sentReportSchema = z.object(sentShape);
export const sentBundleSchema = z.object({ ...bundleSchema.shape, reports: z.array(sentReportSchema) });
