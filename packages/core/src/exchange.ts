/** One request of one client: credentials, signature, bytes, and off. */
import type { Deadline } from "./deadline.ts";
import { RefundError } from "./errors.ts";
import type { Settings } from "./options.ts";
import { place, placed, type RequestParts, writeBody, writeJsonText } from "./request.ts";
import type { Secrets } from "./secrets.ts";
import { createSigner, type Signer } from "./sign.ts";
import type { OperationTable, ProviderTable, SignatureTable } from "./table.ts";
import { createTransport, type Exchange, type WireCall } from "./transport.ts";

/** Signs and sends. Throws a `RefundError`, with nothing sent, where the signing key is no good. */
export type Exchanger = (
  operation: OperationTable,
  parts: RequestParts,
  deadline: Deadline,
) => Promise<Exchange>;

export function createExchanger(
  { provider }: ProviderTable,
  { baseUrl, fetch, credentials }: Settings,
  secrets: Secrets,
): Exchanger {
  const send = createTransport(baseUrl, fetch, secrets.mask);
  const signers = new Map<SignatureTable, Signer>();

  async function sign(how: SignatureTable, call: WireCall, parts: RequestParts): Promise<string> {
    const name = how.key.replace("credentials.", "");
    const signer = signers.get(how) ?? createSigner(how, String(credentials[name]));
    signers.set(how, signer);
    const text = how.over.map((part) => {
      if (part === "method") return call.method;
      if (part === "path") return new URL(baseUrl).pathname.replace(/\/$/, "") + call.path;
      return part === "body" ? (call.body ?? "") : String(placed(parts, part) ?? "");
    });
    const signed = await signer(text.join(how.join));
    if ("signature" in signed) return signed.signature;
    const problem = { field: name, message: signed.problem };
    throw new RefundError("invalid_options", provider, [problem]);
  }

  return async (operation, parts, deadline) => {
    writeJsonText(operation, parts);
    if (operation.sign) {
      place(parts, operation.sign.to, await sign(operation.sign, toCall(operation, parts), parts));
    }
    return send(toCall(operation, parts), deadline);
  };
}

const contentTypes = { json: "application/json", form: "application/x-www-form-urlencoded" };

function toCall(operation: OperationTable, parts: RequestParts): WireCall {
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name) =>
    encodeURIComponent(parts.path[name] ?? ""),
  );
  const query = new URLSearchParams(parts.query).toString();
  const body = writeBody(operation, parts);
  return {
    method: operation.method,
    path: query ? `${path}?${query}` : path,
    headers: {
      Accept: "application/json",
      ...(operation.media && { "Content-Type": contentTypes[operation.media] }),
      ...parts.headers,
    },
    ...(body !== undefined && { body }),
  };
}
