/** What can be done to a documented answer on its way, and how several such changes make one reply. */
import { type Dice, diceOf } from "./dice.ts";
import type { DocumentedAnswer } from "./documented-answer.ts";
import { copyOf, type Node, readTree, writeTree } from "./json-tree.ts";

/** An answer on the wire. */
export interface Reply {
  readonly http: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The sizes that it arrives in; in one where left out. */
  readonly pieceBytes?: number;
  /** After its bytes the connection breaks, or nothing ever comes. */
  readonly ends?: "broken" | "never";
  /** It was reached by a redirect that something followed. */
  readonly followed?: true;
}

/** What a change may look at beside the answer itself. */
export interface MutationContext {
  /** Pointers of what this operation's outcomes depend on. */
  readonly decisive: readonly string[];
  /** Every text that stands in a documented answer of any provider, and the clients' credentials. */
  readonly words: readonly string[];
  /** Answers of the same provider. */
  readonly own: readonly DocumentedAnswer[];
  /** Answers of all providers. */
  readonly all: readonly DocumentedAnswer[];
}

/** One kind of change. Those of an earlier stage happen first; one that finds nothing to change changes nothing. */
export type Mutation = {
  readonly name: string;
  /** It says the same thing in other bytes: the outcome must stay what it was. */
  readonly harmless?: true;
} & (
  | {
      readonly stage: "answer";
      change(answer: DocumentedAnswer, dice: Dice, context: MutationContext): DocumentedAnswer;
    }
  /** Not done to what is no JSON. May change the tree in place. */
  | { readonly stage: "tree"; change(tree: Node, dice: Dice, context: MutationContext): Node }
  | { readonly stage: "text"; change(text: string, dice: Dice): string }
  | {
      readonly stage: "bytes";
      change(bytes: Uint8Array<ArrayBuffer>, dice: Dice): Uint8Array<ArrayBuffer>;
    }
  | { readonly stage: "reply"; change(reply: Reply, dice: Dice): Reply }
);

/** A change as it was drawn. */
export interface Change {
  readonly mutation: Mutation;
  readonly seed: number;
}

/** The answer with every change done to it: the same changes, the same reply. */
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

/** A copy to change; there are few documented answers, and each is read once. */
function treeOf(body: string): Node | undefined {
  if (!trees.has(body)) trees.set(body, readTree(body));
  const tree = trees.get(body);
  return tree === undefined ? undefined : copyOf(tree);
}
