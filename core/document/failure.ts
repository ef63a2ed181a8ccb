/** Why a thing could not be turned into a document. Sentences are made by `explain`. */
export interface ReadFailure {
  readonly code:
    | 'empty'
    /** Bytes that are neither text nor a known kind of file. */
    | 'binary'
    /** More than `limit` bytes, packed or unpacked. */
    | 'too-large'
    /** More than `limit` pages. */
    | 'too-many-pages'
    /** Nested or split up as no report is; `reason` says what went over its limit. */
    | 'too-complex'
    /** A kind that is recognised but has no reader: `kind` names it. */
    | 'unsupported'
    /** It opens with a password only. */
    | 'encrypted'
    /** Pages that are pictures, without any text to read. */
    | 'scan'
    /** A known kind that its reader could not open. */
    | 'damaged'
    /** The file system refused. */
    | 'unreadable';
  readonly kind?: string;
  readonly size?: number;
  readonly limit?: number;
  readonly reason?: string;
}
