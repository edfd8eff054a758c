/** Fields that are missing, repeated, moved or renamed. */
import type { Dice } from "../dice.ts";
import {
  copyOf,
  isItems,
  isMembers,
  type Members,
  type Node,
  type Place,
  placesIn,
  readTree,
  writeTree,
} from "../json-tree.ts";
import type { Mutation } from "../mutation.ts";
import { atPlace } from "./place.ts";
import { otherSpelling } from "./spelling.ts";
import { anyValue } from "./value.ts";

const isMember = ({ member }: Place) => member !== undefined;

/** Every object of the tree, including the root. */
const objectsIn = (tree: Node): Members[] => [
  ...(isMembers(tree) ? [tree] : []),
  ...placesIn(tree).flatMap(({ node }) => (isMembers(node) ? [node] : [])),
];

/** Names that JavaScript objects inherit. */
const inherited = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", ""];

export const structure: readonly Mutation[] = [
  {
    name: "field removed",
    stage: "tree",
    change: atPlace(isMember, ({ member }) => member?.of.splice(member.index, 1)),
  },
  {
    name: "a field that decides, where there was none",
    stage: "tree",
    change(tree, dice, context) {
      if (!isMembers(tree)) return tree;
      const { members } = tree;
      // Of the root only. A pointer such as "/error" is one name.
      const names = context.decisive.flatMap((at) => /^\/([^/*]+)$/.exec(at)?.[1] ?? []);
      const lacking = names.filter((name) => members.every((member) => member.name !== name));
      if (lacking.length > 0) {
        members.push({ name: dice.pick(lacking), value: anyValue(dice, context) });
      }
      return tree;
    },
  },
  {
    name: "fields of another answer instead of one",
    stage: "tree",
    change(tree, dice, { own }) {
      const other = readTree(dice.pick(own).body) ?? "";
      if (!isMembers(tree) || !isMembers(other)) return tree;
      const names = tree.members.map(({ name }) => name);
      const { members } = dice.nat(4) > 0 ? tree : dice.pick(objectsIn(tree));
      members.splice(dice.nat(members.length), 1);
      tree.members.push(...other.members.filter(({ name }) => !names.includes(name)));
      return tree;
    },
  },
  {
    name: "repeated field",
    stage: "tree",
    change: atPlace(isMember, ({ member, node }, dice, context) => {
      if (!member) return;
      const name = member.of[member.index]?.name ?? "";
      const twin = { name, value: dice.nat(4) === 0 ? copyOf(node) : anyValue(dice, context) };
      member.of.splice(dice.nat(member.of.length + 1), 0, twin);
    }),
  },
  {
    name: "field renamed",
    stage: "tree",
    change: atPlace(isMember, ({ member }, dice) => {
      const renamed = member?.of[member.index];
      if (renamed) renamed.name = otherSpelling(renamed.name, dice);
    }),
  },
  {
    name: "field moved",
    stage: "tree",
    change(tree, dice) {
      const objects = objectsIn(tree);
      if (objects.length === 0) return tree;
      const { members } = dice.pick(objects);
      const [moved] = members.splice(dice.nat(members.length), 1);
      // List the objects again: the removed member and its objects no longer belong to the tree.
      if (moved) dice.pick(objectsIn(tree)).members.push(moved);
      return tree;
    },
  },
  {
    name: "values swapped",
    stage: "tree",
    change: (tree, dice, { decisive }) => {
      const leaves = placesIn(tree).filter(({ node }) => typeof node === "string");
      const decisivePlaces = leaves.filter(({ at }) => decisive.includes(at));
      if (decisivePlaces.length === 0) return tree;
      const [one, other] = [dice.pick(decisivePlaces), dice.pick(leaves)];
      const { node } = one;
      one.put(other.node);
      other.put(node);
      return tree;
    },
  },
  {
    name: "undocumented field",
    harmless: true,
    stage: "tree",
    change(tree, dice, context) {
      const objects = objectsIn(tree);
      if (objects.length === 0) return tree;
      const { members } = dice.pick(objects);
      // A new name, because clients refuse repeated names.
      const name = `x-trace-${members.length}-${dice.nat(1000)}`;
      members.push({ name, value: anyValue(dice, context) });
      return tree;
    },
  },
  {
    name: "fields in another order",
    harmless: true,
    stage: "tree",
    change(tree, dice) {
      for (const { members } of objectsIn(tree)) {
        for (let at = members.length - 1; at > 0; at--) {
          const [drawn] = members.splice(dice.nat(at + 1), 1);
          if (drawn) members.push(drawn);
        }
      }
      return tree;
    },
  },
  {
    name: "inherited name",
    stage: "tree",
    change(tree, dice) {
      const objects = objectsIn(tree);
      if (objects.length === 0) return tree;
      const object = dice.pick(objects);
      const name = dice.pick(inherited);
      const whole = copyOf(object);
      // Moves all fields or replaces one, so that only a lookup through the prototype finds them.
      if (dice.nat(2) === 0) object.members = [];
      else object.members.splice(dice.nat(object.members.length), 1);
      object.members.push({ name, value: whole });
      return tree;
    },
  },
  { name: "wrapped", stage: "tree", change: (tree, dice) => wrapped(tree, dice) },
  {
    name: "value wrapped",
    stage: "tree",
    change: atPlace(
      () => true,
      ({ node, put }, dice) => put(wrapped(node, dice)),
    ),
  },
  {
    name: "unwrapped",
    stage: "tree",
    change: (tree, dice, context) => {
      const inner = placesIn(tree).filter(({ node }) => typeof node !== "string");
      return inner.length > 0 ? dice.pick(inner).node : anyValue(dice, context);
    },
  },
  {
    name: "list instead of an object",
    stage: "tree",
    change(tree, dice) {
      const objects = placesIn(tree).filter(({ node }) => isMembers(node));
      const asList = (node: Node) =>
        isMembers(node) ? { items: node.members.map(({ value }) => value) } : node;
      if (objects.length === 0 || dice.nat(3) === 0) return asList(tree);
      const { node, put } = dice.pick(objects);
      put(asList(node));
      return tree;
    },
  },
  {
    name: "another item in a list",
    stage: "tree",
    change(tree, dice, context) {
      const lists = placesIn(tree).flatMap(({ node }) => (isItems(node) ? [node] : []));
      if (lists.length === 0) return tree;
      const { items } = dice.pick(lists);
      const [first] = items;
      const added = first && dice.nat(2) > 0 ? copyOf(first) : anyValue(dice, context);
      items.splice(dice.nat(items.length + 1), 0, added);
      return tree;
    },
  },
  {
    name: "deeply nested",
    stage: "tree",
    change: atPlace(
      () => true,
      ({ node, put }, dice) => {
        const depth = dice.pick([10, 100, 1000, 5000]);
        const [open, close] = dice.pick([
          ["[", "]"],
          ['{"a":', "}"],
        ] as const);
        put(open.repeat(depth) + writeTree(node) + close.repeat(depth));
      },
    ),
  },
  {
    name: "very many fields",
    stage: "tree",
    change(tree, dice) {
      const objects = objectsIn(tree);
      if (objects.length === 0) return tree;
      const { members } = dice.pick(objects);
      for (let at = dice.nat(500); at > 0; at--) members.push({ name: `f${at}`, value: "0" });
      return tree;
    },
  },
];

function wrapped(node: Node, dice: Dice): Node {
  const name = dice.pick(["data", "result", "value", "0", "__proto__"]);
  const inObject = { members: [{ name, value: node }] };
  const twice = { items: [node, isItems(node) ? "0" : copyOf(node)] };
  return dice.pick([{ items: [node] }, inObject, twice, JSON.stringify(writeTree(node))]);
}
