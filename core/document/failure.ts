/** Why a thing could not be turned into a document. Sentences are made by `explain`. */
export interface ReadFailure {
  readonly code:
    | 'empty'
    /** Bytes that are neither text nor a known kind of file. */
    | 'binary'
    /** More than `limit` bytes. */
    | 'too-large'
    /** A kind that is recognised but has no reader yet: `kind` names it. */
    | 'unsupported'
    /** A known kind that its reader could not open. */
    | 'damaged'
    /** The file system refused. */
    | 'unreadable';
  readonly kind?: string;
  readonly size?: number;
  readonly limit?: number;
  readonly reason?: string;
}
