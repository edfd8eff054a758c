/** JSON as it is written: numbers keep their digits, and an object can contain a member twice. */

/** A string is JSON text that is written unchanged, even if it is invalid. */
export type Node = Members | Items | string;
export interface Members {
  members: Member[];
}
export interface Items {
  items: Node[];
}
interface Member {
  name: string;
  /** The written name, if it differs from `JSON.stringify(name)`. */
  written?: string;
  value: Node;
}

/** A node of a tree and its position, as a JSON Pointer. */
export interface Place {
  readonly at: string;
  readonly node: Node;
  put(node: Node): void;
  /** For a member: its object and its index there. */
  readonly member?: { readonly of: Member[]; readonly index: number };
}

export const isMembers = (node: Node): node is Members =>
  typeof node === "object" && "members" in node;
export const isItems = (node: Node): node is Items => typeof node === "object" && "items" in node;

/** Undefined if the text is not JSON. */
export function readTree(text: string): Node | undefined {
  try {
    return JSON.parse(text, asWritten);
  } catch {
    return undefined;
  }
}

function asWritten(
  this: unknown,
  _: string,
  value: unknown,
  { source }: { source?: string } = {},
): Node {
  if (Array.isArray(value)) return { items: value };
  if (typeof value === "object" && value !== null) {
    return {
      members: Object.entries(value).map(([name, member]) => ({ name, value: member as Node })),
    };
  }
  return source ?? JSON.stringify(value);
}

export function writeTree(node: Node): string {
  if (typeof node === "string") return node;
  if (isItems(node)) return `[${node.items.map(writeTree).join(",")}]`;
  const members = node.members.map(
    ({ name, written = JSON.stringify(name), value }) => `${written}:${writeTree(value)}`,
  );
  return `{${members.join(",")}}`;
}

export function copyOf(node: Node): Node {
  if (typeof node === "string") return node;
  if (isItems(node)) return { items: node.items.map(copyOf) };
  return {
    members: node.members.map((member) => ({ ...member, value: copyOf(member.value) })),
  };
}

/** Every place below the root, outer places first. */
export function placesIn(node: Node, at = ""): Place[] {
  if (typeof node === "string") return [];
  if (isItems(node)) {
    return node.items.flatMap((item, index) => {
      const put = (next: Node) => {
        node.items[index] = next;
      };
      const place = { at: `${at}/${index}`, node: item, put };
      return [place, ...placesIn(item, place.at)];
    });
  }
  const { members } = node;
  return members.flatMap((member, index) => {
    const put = (next: Node) => {
      member.value = next;
    };
    const place = {
      at: `${at}/${member.name}`,
      node: member.value,
      put,
      member: { of: members, index },
    };
    return [place, ...placesIn(member.value, place.at)];
  });
}
