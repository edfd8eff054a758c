/** Values as a provider writes them, where that is not as the caller does. */
import { hex } from "../signature/sign.ts";
import type { Echo, OperationTable, Source, WireForm } from "../table.ts";
import type { Values } from "./request.ts";

/** The UUIDv5, in the namespace of URLs, of https://www.npmjs.com/package/refunds. It never changes: keys depend on it. */
const namespace = "730f3560d49d586180e23e7c2a525ed8";

/** The values that the provider writes in another form, in requests and answers alike. */
export async function wireForms(
  { send, echo = [] }: OperationTable & { readonly echo?: readonly Echo[] },
  values: Values,
): Promise<Values> {
  const found: Record<Source, unknown> = {};
  const needed = [...send, ...echo.map(({ of, form }) => ({ from: of, form }))];
  for (const { from, form } of needed) {
    const value = values[from];
    if (form && value !== undefined) found[from] = await inForm(form, `${value}`);
  }
  return found;
}

const inForm = async (form: WireForm, value: string): Promise<string> =>
  form === "uuid" ? uuidOf(value) : value.toLowerCase();

/** RFC 9562, version 5: always the same for the same text. */
async function uuidOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const own = (namespace.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const hash = new Uint8Array(
    await crypto.subtle.digest("SHA-1", new Uint8Array([...own, ...bytes])),
  );
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  return hex(hash.slice(0, 16)).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
