/** What an operation sends: every value with its place, from the caller or from core. */
import { objectOf } from "@refunds/spec-reader";
import { child, children, type Node, type SpecDocument } from "./document.ts";
import { type Field, fieldsOf } from "./fields.ts";

export interface Entry {
  readonly place: string;
  /** The vocabulary's word for where the value comes from; absent for what only the raw API sends. */
  readonly source?: string;
  readonly field: Field;
  /** Whose it is: the caller's to give, the client's to add, or a field that only the raw API knows. */
  readonly by: "caller" | "client" | "wire";
}

const mediaTypes = /^application\/(([\w.-]+\+)?json|x-www-form-urlencoded)$/;

/** Every entry of a request, each field once. Enclosing objects are represented by their fields. */
export function requestOf(document: SpecDocument, operation: Node, words: Node): Entry[] {
  const send = new Map(
    Object.entries(objectOf(words.value.send)).flatMap(([source, places]) =>
      [places].flat().map((place) => [String(place), source] as const),
    ),
  );
  const signature = objectOf(words.value.sign).to;
  const fields = [...parametersOf(document, operation), ...bodyOf(document, operation)];
  return fields
    .filter(([place]) => !fields.some(([other]) => inside(other, place)))
    .map(([place, field]) => {
      const source = send.get(place);
      const own = place === signature || Object.hasOwn(field.words, "const");
      const by = own || isClients(source) ? "client" : source === undefined ? "wire" : "caller";
      return { place, ...(source !== undefined && { source }), field: certain(source, field), by };
    });
}

/** What the client adds by itself to a request. */
const isClients = (source = "") => /^(credentials\.|timestamp$|nonce$)/.test(source);

/** A caller always gives a key, whatever the wire asks for. */
const certain = (source: string | undefined, field: Field): Field =>
  source === "key" ? { ...field, required: true } : field;

const inside = (place: string, other: string) =>
  place.startsWith(`${other}/`) || (other === "body#" && place.startsWith("body#/"));

function parametersOf(document: SpecDocument, operation: Node): [string, Field][] {
  return children(document, operation, "parameters").map((parameter) => {
    const { in: where, name, required } = parameter.value;
    const fields = fieldsOf(document, child(document, parameter, "schema"));
    const field = fields.get("") ?? { types: ["any"], words: {} };
    const there = { required: required === true, certain: required === true };
    return [`${where}.${name}`, { ...field, ...there, at: parameter.at }];
  });
}

function bodyOf(document: SpecDocument, operation: Node): [string, Field][] {
  const body = child(document, operation, "requestBody");
  const content = child(document, body, "content");
  const media = Object.keys(content.value).find((type) => mediaTypes.test(type));
  if (media === undefined) return [];
  const schema = child(document, child(document, content, media), "schema");
  return [...fieldsOf(document, schema)].map(([path, field]) => {
    const pointer = path === "" ? "" : `/${path.replaceAll("[]", "/0").split(".").join("/")}`;
    const required = field.required && (body.value.required === true || path === "");
    return [`body#${pointer}`, { ...field, required }];
  });
}
