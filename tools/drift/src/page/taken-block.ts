/** A block that was read from lines of text. */
import type { Block } from "./page.ts";

export interface TakenBlock<B extends Block = Block> {
  readonly block: B;
  /** The line that comes after it. */
  readonly next: number;
  /** What stands behind the closing brace on the last line. */
  readonly rest?: string;
}
