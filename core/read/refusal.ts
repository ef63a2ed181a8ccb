/** Thrown inside a reader whose library calls back, and caught where that library was called: never seen outside. */
import type { ReadFailure } from '../document/failure';

export class Refusal extends Error {
  constructor(readonly failure: ReadFailure) {
    super(failure.reason ?? failure.code);
  }
}
