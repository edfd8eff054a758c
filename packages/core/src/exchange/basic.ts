/** HTTP Basic (RFC 7617). */
import { RefundError } from "../errors.ts";
import { base64 } from "../signature/sign.ts";
import type { ProviderTable } from "../table.ts";
import type { Secrets } from "./secrets.ts";

/**
 * Adds the value of every `credentials.<username>:<password>` that the table sends: the Base64 of both values with a colon
 * between them, in UTF-8. It is as secret as what it is made of.
 * @param given the credentials by source
 * @throws {RefundError} for a value that HTTP Basic cannot carry
 */
export function basicCredentials(
  { provider, refund, query, token }: ProviderTable,
  given: Record<string, unknown>,
  secrets: Secrets,
): void {
  for (const { from } of [refund, query, token].flatMap((operation) => operation?.send ?? [])) {
    const [source = "", name] = from.split(":");
    // With another way to authenticate, there is no user name.
    if (name === undefined || given[source] === undefined) continue;
    const username = String(given[source]);
    const password = String(given[`credentials.${name}`] ?? "");
    const wrong = (field: string, what: string) => {
      const message = `must not contain ${what}, because HTTP Basic cannot carry it`;
      throw new RefundError("invalid_options", provider, [{ field, message }]);
    };
    // The first colon ends the user name.
    if (username.includes(":")) wrong(source.replace("credentials.", ""), "a colon");
    for (const [field, text] of [
      [source.replace("credentials.", ""), username],
      [name, password],
    ] as const) {
      if (/[\p{Cc}\p{Surrogate}]/u.test(text))
        wrong(field, "a control character or half a character");
    }
    const encoded = base64(new TextEncoder().encode(`${username}:${password}`));
    given[from] = encoded;
    secrets.add(encoded);
  }
}
