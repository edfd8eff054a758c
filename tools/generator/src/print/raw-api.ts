/** The raw API in a door: its requests, its answers, and what they are called by. */
import type { Provider, WireOperation } from "../model.ts";
import { capital, doc } from "./text.ts";

const partDocs = {
  path: "The parts of the URL's path.",
  query: "The parameters of the URL.",
  headers: "The headers that the client does not add.",
  body: "The body, in the provider's own fields.",
};

export function wireTypes(
  { prefix, title }: Provider,
  { name, parts, answer }: WireOperation,
): string[] {
  const members = parts.map(
    ({ name: part, type, optional }) =>
      `${doc([partDocs[part]], "  ")}  readonly ${part}${optional ? "?" : ""}: ${type};\n`,
  );
  return [
    doc([
      `The ${name} request as ${title} documents it; credentials and signature are added for you.`,
    ]),
    `export interface ${prefix}Wire${capital(name)} {\n${members.join("")}}\n\n`,
    doc([`Every answer ${title} documents for the ${name}.`]),
    `export type ${prefix}Wire${capital(name)}Answer = ${answer};\n\n`,
  ];
}

export function wireType({ prefix, title, wire }: Provider): string {
  const members = wire.map(({ name }) => {
    const type = `${prefix}Wire${capital(name)}`;
    const about = `The ${name} as ${title} documents it. Resolves to what came back, uninterpreted.`;
    return `${doc([about], "  ")}  ${name}(request: ${type}, options?: CallOptions): Promise<WireResult<${type}Answer>>;\n`;
  });
  return [
    doc([`${title}'s own operations, uninterpreted: exact types in, the documented answer out.`]),
    `export interface ${prefix}Wire {\n${members.join("")}}\n`,
  ].join("");
}

export const wireDoc = ({ title, documentation }: Provider): string[] => [
  `${title}'s raw API with the same options: credentials and signatures are added, nothing is interpreted.`,
  "A refund sent here moves money like any other; whether it did is the caller's to read.",
  "@throws {RefundError} for missing, unknown or malformed options.",
  `@see ${documentation}`,
];
