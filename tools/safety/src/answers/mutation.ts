/** Changes a documented answer on its way to the client. */
import { type Dice, diceOf } from "./dice.ts";
import type { DocumentedAnswer } from "./documented-answer.ts";
import { copyOf, type Node, readTree, writeTree } from "./json-tree.ts";
import { readStrictly } from "./strict-json.ts";

/** An answer on the wire. */
export interface Reply {
  readonly http: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The size of the chunks. One chunk by default. */
  readonly pieceBytes?: number;
  /** What happens after the last byte: the connection breaks, or stays open forever. */
  readonly ends?: "broken" | "never";
  /** The reply was reached by a followed redirect. */
  readonly followed?: true;
}

/** What a change can use in addition to the answer. */
export interface MutationContext {
  /** Pointers to the fields that decide the outcome of this operation. */
  readonly decisive: readonly string[];
  /** All texts in documented answers of all providers, and the clients' credentials. */
  readonly words: readonly string[];
  /** Answers of the same provider. */
  readonly own: readonly DocumentedAnswer[];
  /** Answers of all providers. */
  readonly all: readonly DocumentedAnswer[];
}

/** One kind of change. Changes of earlier stages are applied first. A change that finds nothing to change does nothing. */
export type Mutation = {
  readonly name: string;
  /** The meaning stays the same, so the outcome must not change. */
  readonly harmless?: true;
} & (
  | {
      readonly stage: "answer";
      change(answer: DocumentedAnswer, dice: Dice, context: MutationContext): DocumentedAnswer;
    }
  /** Skipped if the body is not JSON. May change the tree in place. */
  | { readonly stage: "tree"; change(tree: Node, dice: Dice, context: MutationContext): Node }
  | { readonly stage: "text"; change(text: string, dice: Dice): string }
  | {
      readonly stage: "bytes";
      change(bytes: Uint8Array<ArrayBuffer>, dice: Dice): Uint8Array<ArrayBuffer>;
    }
  | { readonly stage: "reply"; change(reply: Reply, dice: Dice): Reply }
);

/** A drawn change. */
export interface Change {
  readonly mutation: Mutation;
  readonly seed: number;
}

/** Applies all changes to the answer. The same changes give the same reply. */
export function mutate(
  answer: DocumentedAnswer,
  changes: readonly Change[],
  context: MutationContext,
): Reply {
  const of = <S extends Mutation["stage"]>(stage: S) =>
    changes.flatMap(({ mutation, seed }) =>
      mutation.stage === stage
        ? [{ mutation: mutation as Extract<Mutation, { stage: S }>, dice: diceOf(seed) }]
        : [],
    );
  const { http, headers, body } = of("answer").reduce(
    (before, { mutation, dice }) => mutation.change(before, dice, context),
    answer,
  );
  let text = body;
  const inTree = of("tree");
  const tree = inTree.length > 0 ? treeOf(body) : undefined;
  if (tree !== undefined) {
    const changed = inTree.reduce(
      (before, { mutation, dice }) => mutation.change(before, dice, context),
      tree,
    );
    text = writeTree(changed);
  }
  for (const { mutation, dice } of of("text")) text = mutation.change(text, dice);
  let bytes: Uint8Array<ArrayBuffer> = new TextEncoder().encode(text);
  for (const { mutation, dice } of of("bytes")) bytes = mutation.change(bytes, dice);
  return of("reply").reduce<Reply>((before, { mutation, dice }) => mutation.change(before, dice), {
    http,
    headers,
    bytes,
  });
}

const trees = new Map<string, Node | undefined>();

/**
 * A copy of the parsed body. Each documented answer is parsed only once. One that has a name twice has no tree: a tree would
 * keep one of the two, and not mean the same.
 */
function treeOf(body: string): Node | undefined {
  if (!trees.has(body)) {
    trees.set(body, readStrictly(body) === undefined ? undefined : readTree(body));
  }
  const tree = trees.get(body);
  return tree === undefined ? undefined : copyOf(tree);
}
